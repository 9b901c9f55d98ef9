import { ButtonLink } from './Button.tsx';
import { Icon } from './Icon.tsx';

export function NotAllowed({ detail }: { detail?: string | undefined }) {
  return (
    <div className="state">
      <Icon name="lock" size="2em" />
      <p className="state-title">这一页不对您的账号开放</p>
      <p>{detail ?? '可能是账号没有这项权限，或者这份内容属于别人。需要时请联系登记机构。'}</p>
      <ButtonLink to="/">回到首页</ButtonLink>
    </div>
  );
}
