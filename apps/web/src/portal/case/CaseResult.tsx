import { certificateDocumentPath } from '../../api/certificates.ts';
import { entryProofPath } from '../../api/register.ts';
import type { CaseView } from '../../api/types.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Seal } from '../../components/Seal.tsx';
import { DateText, IdText } from '../../components/text.tsx';
import styles from './case.module.css';
import { VerifyCode } from './VerifyCode.tsx';

const titles: Record<string, string> = { certificate: '不动产权证书', proof: '不动产登记证明' };

/** What came of it: the entry in the register and the certificates, to keep and to show. */
export function CaseResult({ view }: { view: CaseView }) {
  const { result } = view;
  if (!result) return null;
  return (
    <section aria-labelledby="result">
      <h2 id="result" className="section-title">
        结果
      </h2>
      {result.entries.map((entry) => (
        <p key={entry.number}>
          <DateText value={entry.at} time /> 记载于登记簿，登簿序号 {entry.number}。{' '}
          <a href={entryProofPath(view.office, entry.number)} download>
            下载登簿证明
          </a>
          <small className="secondary">（可离线核对登记没有被改动）</small>
        </p>
      ))}
      {result.certificates.map((certificate) => (
        <article key={certificate.number} className={styles.certificate}>
          <div className={styles.certificateText}>
            <Seal size="3rem" />
            <h3>{titles[certificate.kind] ?? certificate.kind}</h3>
            <p>
              <IdText value={certificate.number} />
            </p>
            <p className="secondary">权利人 {certificate.holders.join('、')}</p>
            <p className="secondary">{view.units.map((unit) => unit.location).join('；')}</p>
            <div className="row">
              {isHolder(view, certificate.holders) && (
                <a
                  className="button button-primary"
                  href={certificateDocumentPath(certificate.number)}
                  target="_blank"
                  rel="noreferrer"
                >
                  <Icon name="download" />
                  下载电子证照
                </a>
              )}
              <ButtonLink to={`/verify?number=${encodeURIComponent(certificate.number)}`}>查验</ButtonLink>
            </div>
          </div>
          <VerifyCode number={certificate.number} />
        </article>
      ))}
    </section>
  );
}

/** The document is the holders'; who sold or lent sees that it was issued. */
const isHolder = (view: CaseView, holders: readonly string[]): boolean =>
  view.parties.some((party) => party.isYou && holders.includes(party.name));
