import { expect, test } from 'vitest';
import { deskGroups, groupsFor, pageAt } from './navigation.ts';

const titles = (permissions: string[]) =>
  groupsFor(permissions).flatMap((group) => group.pages.map((p) => p.title));

test('nobody sees a page without a permission for it', () => {
  expect(titles([])).toEqual([]);
});

test('the three administrators see different pages', () => {
  const system = titles(['account.manage', 'config.manage', 'exchange.manage']);
  const security = titles(['role.grant', 'session.manage', 'credential.reset']);
  const audit = titles(['audit.read', 'audit.verify', 'audit.export']);
  expect(system).toEqual(['账号', '共享来源', '工作日历']);
  expect(security).toEqual(['账号', '岗位与授权', '会话']);
  expect(audit).toEqual(['审计日志']);
});

test('groups without pages are left out', () => {
  expect(groupsFor(['register.search']).map((group) => group.title)).toEqual(['簿证']);
});

test('an address belongs to its page and not to one that begins alike', () => {
  expect(pageAt('/desk/cases/2026-1')?.title).toBe('办件查询');
  expect(pageAt('/desk/casesx')).toBeUndefined();
});

test('every page has its own address', () => {
  const addresses = deskGroups.flatMap((group) => group.pages.map((p) => p.to));
  expect(new Set(addresses).size).toBe(addresses.length);
});
