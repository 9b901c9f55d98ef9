import { unitPath, useMyUnits } from '../../api/register.ts';
import type { UnitSummary } from '../../api/types.ts';
import { useSession } from '../../app/session-context.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { IdText } from '../../components/text.tsx';
import { ListPage } from '../list/ListPage.tsx';
import styles from './units.module.css';

/** Own properties as the register has them now. */
export default function MyUnitsPage() {
  const { user } = useSession();
  const whose = user?.organisation ? `以${user.organisation.name}的名义` : '以您的名义';
  return (
    <ListPage
      title="我的不动产"
      lead={`登记簿上${whose}登记的不动产。内容有误的，可以申请更正登记。`}
      what="登记簿"
      query={useMyUnits()}
      empty={{
        title: `登记簿上没有${whose}登记的不动产`,
        way: <p>如果您持有证书却看不到，可能是登记时的证件号码与账号的不同。请到登记大厅核对。</p>,
      }}
      className={styles.units}
    >
      {(unit) => (
        <li key={unit.code} className="sheet">
          <UnitSheet unit={unit} />
        </li>
      )}
    </ListPage>
  );
}

function UnitSheet({ unit }: { unit: UnitSummary }) {
  return (
    <article>
      <h2 className="serif">{unit.location}</h2>
      <p className={styles.tags}>
        {unit.seized && <StatusTag kind="blocked">已查封</StatusTag>}
        {unit.mortgaged && <StatusTag kind="waiting">有抵押</StatusTag>}
        {!unit.seized && !unit.mortgaged && <StatusTag kind="done">没有抵押和查封</StatusTag>}
      </p>
      <dl className="facts">
        <dt>不动产单元</dt>
        <dd>
          <IdText value={unit.code} />
        </dd>
        <dt>面积与用途</dt>
        <dd>
          {unit.area} 平方米 · {unit.useTitle}
        </dd>
        <dt>权利人</dt>
        <dd>{unit.holders.join('、')}</dd>
        <dt>证书号</dt>
        <dd>{unit.certificate ?? '未发证'}</dd>
      </dl>
      <div className={`row ${styles.actions}`}>
        <ButtonLink to={`/businesses?unit=${encodeURIComponent(unit.code)}`} kind="primary">
          为它办理业务
        </ButtonLink>
        <a
          className="button button-default"
          href={`${unitPath(unit.code)}/sheet`}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="document" />
          查看登记簿
        </a>
        {unit.certificate && (
          <ButtonLink to={`/verify?number=${encodeURIComponent(unit.certificate)}`}>查验证书</ButtonLink>
        )}
      </div>
    </article>
  );
}
