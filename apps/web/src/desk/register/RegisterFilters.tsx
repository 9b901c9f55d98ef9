import { Select } from 'antd';
import { useOwnOffices } from '../use-own-offices.ts';

const standings = [
  ['', '不限状态'],
  ['clear', '无限制'],
  ['mortgaged', '有抵押'],
  ['seized', '被查封'],
  ['noticed', '有预告'],
  ['objected', '有异议'],
  ['locked', '被限制'],
  ['closed', '已注销'],
  ['sole', '单独所有'],
  ['joint', '共同共有'],
  ['shares', '按份共有'],
].map(([value = '', label = '']) => ({ value, label }));

const kinds = [
  ['', '不限类型'],
  ['house', '房屋'],
  ['land', '土地'],
  ['forest', '林木'],
  ['sea', '海域'],
  ['structure', '构筑物'],
].map(([value = '', label = '']) => ({ value, label }));

interface RegisterFiltersProps {
  standing: string;
  kind: string;
  office: string;
  onChange: (change: { standing?: string; kind?: string; office?: string }) => void;
}

/** How the unit stands, what it is, and, for those who work at several, at which office. */
export function RegisterFilters({ standing, kind, office, onChange }: RegisterFiltersProps) {
  const offices = useOwnOffices();
  return (
    <>
      <Select
        aria-label="登记状态"
        style={{ width: 120 }}
        value={standing}
        options={standings}
        onChange={(value) => onChange({ standing: value })}
      />
      <Select
        aria-label="单元类型"
        style={{ width: 110 }}
        value={kind}
        options={kinds}
        onChange={(value) => onChange({ kind: value })}
      />
      {offices.length > 1 && (
        <Select
          aria-label="登记机构"
          style={{ width: 220 }}
          value={office || (offices[0]?.code ?? '')}
          options={offices.map((each) => ({ value: each.code, label: each.name }))}
          onChange={(value) => onChange({ office: value })}
        />
      )}
    </>
  );
}
