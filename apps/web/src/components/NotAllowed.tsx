import { ButtonLink } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface Props {
  detail?: string | undefined;
  /** It stands for the whole page, whose heading it then is. */
  whole?: boolean;
}

export function NotAllowed({ detail, whole = false }: Props) {
  const Title = whole ? 'h1' : 'p';
  return (
    <div className="state">
      <Icon name="lock" size="2em" />
      <Title className="state-title">这一页不对您的账号开放</Title>
      <p>{detail ?? '可能是账号没有这项权限，或者这份内容属于别人。需要时请联系登记机构。'}</p>
      <ButtonLink to="/">回到首页</ButtonLink>
    </div>
  );
}
