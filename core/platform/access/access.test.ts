import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeRole } from '../accounts/index.ts';
import { type TestPlatform, testActor, testPlatform } from '../testing/index.ts';
import { createAccess } from './access.ts';
import { anonymousActor, systemActor } from './actor.ts';
import {
  administrators,
  type PermissionCode,
  permissions,
  type RoleDefinition,
  roles,
} from './permissions.ts';

const definitions = Object.entries<RoleDefinition>(roles);
const offices = ['320402', '320404', '320411'];
const anyRole = fc.constantFrom(...definitions.filter(([, role]) => role.grantable).map(([code]) => code));
const anyPermission = fc.constantFrom(...(Object.keys(permissions) as PermissionCode[]));
const anyOffice = fc.constantFrom(...offices);
const anyGrants = fc.uniqueArray(fc.record({ role: anyRole, office: fc.constantFrom('*', ...offices) }), {
  maxLength: 4,
  selector: ({ role, office }) => `${role} ${office}`,
});

describe('access', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await testPlatform();
  });
  afterAll(() => platform.close());

  test('allows exactly what a grant at the office, or at all offices, says', () => {
    fc.assert(
      fc.property(anyGrants, anyPermission, anyOffice, (grants, permission, office) => {
        const actor = testActor({ roles: grants });
        const expected = grants.some(
          (grant) =>
            (grant.office === '*' || grant.office === office) &&
            (roles[grant.role as keyof typeof roles].permissions as readonly string[]).includes(permission),
        );
        expect(platform.access.allows(actor, permission, { office })).toBe(expected);
        const open = platform.access.officesWith(actor, permission);
        expect(open.includes('*') || open.includes(office)).toBe(expected);
        const ask = () => platform.access.require(actor, permission, { office });
        if (expected) expect(ask).not.toThrow();
        else expect(ask).toThrow(expect.objectContaining({ code: 'FORBIDDEN', status: 403 }));
      }),
    );
  });

  test('more grants never allow less', () => {
    fc.assert(
      fc.property(anyGrants, anyGrants, anyPermission, anyOffice, (some, more, permission, office) => {
        const fewer = platform.access.allows(testActor({ roles: some }), permission, { office });
        const actor = testActor({ roles: [...some, ...more] });
        expect(fewer && !platform.access.allows(actor, permission, { office })).toBe(false);
      }),
    );
  });

  test('a session that must do something else first is allowed nothing', () => {
    fc.assert(
      fc.property(anyGrants, anyPermission, (grants, permission) => {
        const actor = testActor({ roles: grants, limitedTo: 'second-factor' });
        expect(platform.access.allows(actor, permission)).toBe(false);
      }),
    );
  });

  test('nobody is asked to sign in; the system may do everything', () => {
    fc.assert(
      fc.property(anyPermission, anyOffice, (permission, office) => {
        expect(() => platform.access.require(anonymousActor, permission, { office })).toThrow(
          expect.objectContaining({ code: 'UNAUTHENTICATED', status: 401 }),
        );
        expect(platform.access.allows(systemActor, permission, { office })).toBe(true);
      }),
    );
  });

  test('a misspelt permission is a fault of the program, not a refusal', () => {
    expect(() => platform.access.allows(systemActor, 'case.acept')).toThrow('not declared');
  });

  test('citizens and agents have what their kind implies, agents only while authorised', () => {
    const organisation = { id: '1', name: '示范法院', kind: 'court', idType: '8', idIndex: 'x' };
    const allows = (actor: Parameters<typeof testActor>[0], permission: PermissionCode) =>
      platform.access.allows(testActor(actor), permission, { office: '320402' });
    expect(allows({ kind: 'person' }, 'case.create')).toBe(true);
    expect(allows({ kind: 'person' }, 'seizure.request')).toBe(false);
    expect(allows({ kind: 'organisation', organisation }, 'seizure.request')).toBe(true);
    expect(
      allows({ kind: 'organisation', organisation: { ...organisation, kind: 'bank' } }, 'seizure.request'),
    ).toBe(false);
    expect(allows({ kind: 'organisation' }, 'case.create')).toBe(false);
    expect(allows({ kind: 'staff' }, 'case.read')).toBe(false);
  });

  test('the three administrators have nothing in common and no business of the registry', () => {
    const business = new Set<string>(
      definitions
        .filter(([code]) => !(administrators as readonly string[]).includes(code) && code !== 'inspector')
        .filter(([code]) => code !== 'supervisor')
        .flatMap(([, role]) => role.permissions),
    );
    const held = administrators.flatMap((role) => [...roles[role].permissions] as string[]);
    expect(new Set(held).size).toBe(held.length);
    expect(held.filter((permission) => business.has(permission))).toEqual([]);
  });

  test('supervisors and inspectors can look at much and change no register, case or account', () => {
    const changing = /\.(create|accept|review|approve|enter|manage|edit|issue|print|void|grant|reset|write)$/;
    for (const role of ['supervisor', 'inspector'] as const) {
      expect(
        roles[role].permissions.filter((permission) => changing.test(permission)),
        role,
      ).toEqual([]);
    }
  });

  test('a field is hidden when every role of the actor hides it', () => {
    const hidden = (...held: string[]) => [
      ...platform.access.hiddenFields(testActor({ roles: held.map((role) => ({ role })) }), 'party'),
    ];
    expect(hidden('cashier').sort()).toEqual(['address', 'idNumber', 'phone']);
    expect(hidden('cashier', 'acceptor').sort()).toEqual(['idNumber', 'phone']);
    expect(hidden('cashier', 'reviewer')).toEqual([]);
    expect(hidden()).toEqual([]);
    expect([...platform.access.hiddenFields(systemActor, 'party')]).toEqual([]);
  });

  test('what an administrator changed stays when the product starts again, and reaches other processes', async () => {
    const security = testActor({ roles: [{ role: 'security-admin' }] });
    const reviewer = testActor({ roles: [{ role: 'reviewer' }] });
    const elsewhere = await createAccess(platform.database);
    await changeRole(platform, security, 'reviewer', {
      permissions: ['case.read'],
      hides: [{ resource: 'party', field: 'phone' }],
    });
    expect(platform.access.allows(reviewer, 'case.review')).toBe(false);
    expect([...platform.access.hiddenFields(reviewer, 'party')]).toEqual(['phone']);
    expect(elsewhere.version()).not.toBe(platform.access.version());
    expect(elsewhere.allows(reviewer, 'case.review')).toBe(true);
    const restarted = await createAccess(platform.database);
    expect(restarted.allows(reviewer, 'case.review')).toBe(false);
    expect(restarted.version()).toBe(platform.access.version());
  });

  test('a role cannot be given what separates the administrators, or what does not exist', async () => {
    const security = testActor({ roles: [{ role: 'security-admin' }] });
    const change = (role: string, codes: string[]) =>
      changeRole(platform, security, role, { permissions: codes });
    await expect(change('audit-admin', ['role.grant'])).rejects.toMatchObject({
      code: 'ADMINISTRATORS_SEPARATED',
    });
    await expect(change('supervisor', ['case.read', 'role.grant'])).rejects.toMatchObject({
      code: 'ADMINISTRATORS_SEPARATED',
    });
    await change('supervisor', ['case.read', 'audit.read']);
    await expect(change('acceptor', ['case.acept'])).rejects.toMatchObject({ code: 'PERMISSION_NOT_FOUND' });
    await expect(change('king', [])).rejects.toMatchObject({ code: 'ROLE_NOT_FOUND' });
    const actor = testActor({ roles: [{ role: 'system-admin' }] });
    await expect(changeRole(platform, actor, 'acceptor', {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
