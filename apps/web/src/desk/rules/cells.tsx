import { Link } from 'react-router';
import { StatusTag } from '../../components/StatusTag.tsx';
import { reviewLogPath } from '../paths.ts';
import { outcomeTag } from './words.ts';

/** A case a rule was asked in, leading to what was found there. */
export function AskedCase({ caseNo, businessName }: { caseNo: string; businessName: string }) {
  return (
    <>
      <Link to={reviewLogPath(caseNo)}>{caseNo}</Link>
      <small>{businessName}</small>
    </>
  );
}

/** What a rule came to; nothing where it was not asked. */
export function OutcomeTag({ outcome }: { outcome: string | undefined }) {
  const { kind, word } = outcomeTag(outcome);
  return <StatusTag kind={kind}>{word}</StatusTag>;
}
