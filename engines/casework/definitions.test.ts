import { describe, expect, test } from 'vitest';
import type { BusinessDefinition, MaterialRequirement } from './definition.ts';
import { asksForMore, makeDefinitions } from './definitions.ts';
import { treeAdoption } from './testing/tree-adoption.ts';

const material = (code: string, required = true): MaterialRequirement => ({
  code,
  title: `材料${code}`,
  why: '',
  required,
  accept: [],
});
const version = (number: number, change: Partial<BusinessDefinition> = {}): BusinessDefinition => ({
  ...treeAdoption,
  version: number,
  ...change,
});

describe('definitions', () => {
  test('the newest version is in force; a running case finds its own', () => {
    const definitions = makeDefinitions([version(2, { name: '新' }), version(1)]);
    expect(definitions.get('tree-adoption').name).toBe('新');
    expect(definitions.version('tree-adoption', 1).name).toBe('认养行道树');
    expect(definitions.list()).toHaveLength(1);
    expect(definitions.versions('tree-adoption').map((each) => each.version)).toEqual([1, 2]);
    expect(() => definitions.versions('nothing')).toThrow(
      expect.objectContaining({ code: 'BUSINESS_NOT_FOUND' }),
    );
    expect(() => definitions.get('nothing')).toThrow(expect.objectContaining({ code: 'BUSINESS_NOT_FOUND' }));
    expect(() => definitions.version('tree-adoption', 3)).toThrow(/not installed/);
  });

  test('a broken process or a version twice stops the start', () => {
    expect(() => makeDefinitions([version(1, { process: { start: 'nowhere', nodes: [] } })])).toThrow(
      /nowhere/,
    );
    expect(() => makeDefinitions([version(1), version(1)])).toThrow(/two definitions/);
  });

  test('a version that asks for more materials or steps is not published, and says which (REG-GEN-01, 03)', () => {
    const first = version(1, { materials: [material('a'), material('b', false)] });
    expect(asksForMore([first, version(2, { materials: [material('a')] })])).toEqual([]);
    expect(asksForMore([version(2, { materials: [material('a'), material('c')] }), first])).toEqual([
      'tree-adoption v2 比 v1 多要材料：材料c',
    ]);
    expect(asksForMore([first, version(2, { materials: [material('a'), material('b')] })])).toEqual([
      'tree-adoption v2 比 v1 多要材料：材料b',
    ]);
    const steps = treeAdoption.process.nodes.filter((node) => node.id !== 'frozen');
    const fewer = version(1, { materials: [], process: { ...treeAdoption.process, nodes: steps } });
    expect(asksForMore([fewer, version(2, { materials: [] })])).toEqual([
      'tree-adoption v2 比 v1 多 1 个环节',
    ]);
    expect(() => makeDefinitions([first, version(2, { materials: [material('z')] })])).toThrow(/材料z/);
  });
});
