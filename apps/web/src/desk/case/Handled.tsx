import type { CaseView } from '../../api/types.ts';
import { moment } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';

type Handling = CaseView['handling'];
type By = NonNullable<Handling['accepted']>;

/** Who accepted and who decided, and for whom: the two may not be one person. */
export function Handled({ handling }: { handling: Handling }) {
  const { accepted, decided } = handling;
  const pairs = [
    ...(accepted ? [{ label: '受理', value: <Words handled={accepted} /> }] : []),
    ...(decided ? [{ label: '决定', value: <Words handled={decided} /> }] : []),
  ];
  return pairs.length > 0 ? <Pairs pairs={pairs} /> : null;
}

function Words({ handled }: { handled: By }) {
  const { by, officeName, at, deemed } = handled;
  return (
    <>
      {deemed ? '视为受理' : by}
      {handled.for && `（代${handled.for}）`}
      <small className="desk-handled-where">
        {deemed ? '期限内未书面告知，依法视为受理' : officeName}，{moment(at)}
      </small>
    </>
  );
}
