import { useRoles } from '../api/accounts.ts';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';

/** 岗位: what each role allows and hides. A role is granted on the page of the account. */
export default function RolesPage() {
  const roles = useRoles();
  return (
    <>
      <PageHead title="岗位与授权" note="岗位含哪些权限、看不到哪些信息；授予和收回在各账号页办理" />
      <Awaited query={roles} what="岗位" lines={8}>
        {(items) =>
          items.map((role) => (
            <Panel
              key={role.code}
              title={role.title}
              aside={
                <span className="desk-secondary">{role.grantable ? '可授予工作人员' : '随账号种类而有'}</span>
              }
            >
              <p style={{ margin: 0 }}>
                {role.permissions.map((permission) => permission.title).join('、') || '没有权限'}
              </p>
              {role.hides.length > 0 && (
                <p style={{ margin: '4px 0 0' }} className="desk-secondary">
                  看不到：{role.hides.map((mask) => fieldWords[mask.field] ?? mask.field).join('、')}
                </p>
              )}
            </Panel>
          ))
        }
      </Awaited>
    </>
  );
}

const fieldWords: Record<string, string> = { idNumber: '完整证件号码', phone: '联系电话', address: '住址' };
