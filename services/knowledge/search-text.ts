import { bigramTokens } from '@hengchan/standards';
import { type RawBuilder, sql } from 'kysely';

interface Searchable {
  title: string;
  body: string;
  law: string | null;
  article: string | null;
  rules: readonly string[];
}

/** What an entry is found by, as the tsvector the database keeps. A long body is cut in pieces, for only so much of a text is tokenised. */
export function searchVector({ title, body, law, article, rules }: Searchable): RawBuilder<string> {
  const pieces = body.match(/[\s\S]{1,1500}/g) ?? [];
  const texts = [
    title,
    law ?? '',
    article ?? '',
    ...rules.map((rule) => rule.replaceAll('_', ' ')),
    ...pieces,
  ];
  const words = [...new Set(texts.flatMap(bigramTokens))].join(' ');
  return sql<string>`to_tsvector('simple', ${words})`;
}
