import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Business } from '../../api/businesses.ts';
import type { Situation } from '../../api/practice.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import type { SessionUser } from '../../api/session.ts';
import { writeDraft } from '../../app/drafts.ts';
import { useSession } from '../../app/session-context.ts';
import { Button } from '../../components/Button.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { fieldsOf, labelOf } from '../../components/schema-form/fields.ts';
import { typedOf, valueAt, wordsOf } from '../../components/schema-form/values.ts';
import { IdText } from '../../components/text.tsx';
import { draftName } from '../apply/draft.ts';
import { identityTitle } from '../apply/parties.ts';
import styles from './practice.module.css';
import { counterDraft, onlineDraft, shareWords } from './practice-drafts.ts';

const posts: Record<string, string> = {
  acceptor: '受理员',
  reviewer: '审核员',
  approver: '核定员',
  cashier: '收费员',
  surveyor: '地籍管理员',
  'certificate-clerk': '发证员',
  'enforcement-clerk': '协助执行岗',
  archivist: '档案员',
};

/** What was made ready, who plays whom, and the way into it. */
export function SituationSheet({ situation, business }: { situation: Situation; business: Business }) {
  const { user, signIn, signOut } = useSession();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState('');
  const { application, opener, actors, channel } = situation;
  const titles = new Map(business.parties.map((role) => [role.role, role.title]));
  const roleTitle = (role: string) => titles.get(role) ?? posts[role] ?? role;
  const fields = fieldsOf(business.form).filter(
    (field) => valueAt(application.form, field.path) !== undefined,
  );
  const openerName = actors.find(({ account }) => account === opener.account)?.name ?? opener.account;

  /** Becomes the actor, and goes on as them. */
  const become = async ({ account, password }: typeof opener, then: (user: SessionUser) => void) => {
    setProblem(undefined);
    setBusy(account);
    try {
      if (user?.login === account) return then(user);
      if (user) await signOut();
      then(await signIn({ account, password }));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy('');
    }
  };
  const begin = () =>
    become(opener, (actor) => {
      const code = encodeURIComponent(business.code);
      const typed = typedOf(business.form, application.form);
      if (channel === 'counter') {
        writeDraft(actor.accountId, `desk-acceptance.${business.code}`, counterDraft(application, typed));
        navigate(`/desk/acceptance/${code}`);
      } else {
        writeDraft(actor.accountId, draftName(business.code), onlineDraft(application, typed));
        navigate(`/apply/${code}`);
      }
    });
  return (
    <div className="stack">
      {problem && <ProblemPanel problem={problem} focus />}
      <div className={styles.begin}>
        <Button kind="primary" busy={busy === opener.account} onClick={() => void begin()}>
          以此发起
        </Button>
        <p className="secondary">
          以{openerName}的账号登录，{channel === 'counter' ? '打开窗口受理' : '打开网上申请'}
          ，下面的内容已经填好，逐页核对即可提交。这份情形十分钟内不会给别人。
        </p>
      </div>
      <section aria-labelledby="practice-units">
        <h3 id="practice-units">不动产单元</h3>
        <ul className={styles.plain}>
          {application.units.map((unit) => (
            <li key={unit}>
              <IdText value={unit} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="practice-parties">
        <h3 id="practice-parties">当事人</h3>
        <dl className="facts">
          {application.parties.map((party) => (
            <Pair key={`${party.role} ${party.idNumber}`} title={roleTitle(party.role)}>
              {party.name}
              {party.share && `，份额 ${shareWords(party)}`}
              <br />
              <small className="secondary">
                {identityTitle(party.idType)} <IdText value={party.idNumber} />
              </small>
            </Pair>
          ))}
        </dl>
      </section>
      {fields.length > 0 && (
        <section aria-labelledby="practice-form">
          <h3 id="practice-form">申请内容</h3>
          <dl className="facts">
            {fields.map((field) => (
              <Pair key={field.path} title={labelOf(field)}>
                {wordsOf(field.schema, valueAt(application.form, field.path))}
              </Pair>
            ))}
          </dl>
        </section>
      )}
      <section aria-labelledby="practice-actors">
        <h3 id="practice-actors">办理中用到的账号</h3>
        <p className="secondary">先当事人，后按环节的工作人员。点“登录”换成这个账号，接着办下一环节。</p>
        <ul className={styles.actors}>
          {actors.map((actor) => (
            <li key={actor.account}>
              <span>
                <b>{actor.name}</b>
                <small>{actor.roles.map(roleTitle).join('、')}</small>
              </span>
              <span className={styles.credentials}>
                账号 <code>{actor.account}</code>
                <br />
                密码 <code>{actor.password}</code>
              </span>
              <Button
                busy={busy === actor.account && actor.account !== opener.account}
                aria-label={`以${actor.name}登录`}
                onClick={() => void become(actor, (signedIn) => navigate(homeOf(signedIn)))}
              >
                登录
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const homeOf = (user: SessionUser): string => (user.kind === 'staff' ? '/desk/tasks' : '/cases');

function Pair({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}
