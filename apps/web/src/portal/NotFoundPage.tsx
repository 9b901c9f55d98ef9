import { ButtonLink } from '../components/Button.tsx';
import { Empty } from '../components/Empty.tsx';
import { PageTitle } from '../components/PageTitle.tsx';

export default function NotFoundPage() {
  return (
    <div className="page">
      <PageTitle title="没有这一页" />
      <Empty title="地址可能输错了，或者这一页已经搬走。">
        <ButtonLink to="/">回到首页</ButtonLink>
      </Empty>
    </div>
  );
}
