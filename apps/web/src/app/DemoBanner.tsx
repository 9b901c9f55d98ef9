import { Link } from 'react-router';
import { Icon } from '../components/Icon.tsx';
import { useSession } from './session-context.ts';

/** Said on every page while nothing here has effect in law. */
export function DemoBanner() {
  const { mode } = useSession();
  if (mode !== 'demo') return null;
  return (
    <aside className="demo-banner" aria-label="演示说明">
      <Icon name="info" />
      <span>
        演示与培训环境：人员、房产和证书均为虚构，办理结果不产生法律效力。<Link to="/practice">练习</Link>
      </span>
    </aside>
  );
}
