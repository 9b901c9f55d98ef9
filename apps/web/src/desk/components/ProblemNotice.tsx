import { asProblem } from '../../api/problem.ts';

/** Why something was refused, beside the thing that was tried. Nothing while there is no error. */
export function ProblemNotice({ error }: { error: unknown }) {
  if (!error) return null;
  const problem = asProblem(error);
  return (
    <div className="desk-problem" role="alert">
      <strong>{problem.title}</strong>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((item) => (
            <li key={`${item.path} ${item.message}`}>{item.message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
