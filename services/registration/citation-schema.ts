import Type from 'typebox';

export const CitationSchema = Type.Object(
  { law: Type.String(), article: Type.Optional(Type.String()), verified: Type.Boolean() },
  { $id: 'Citation', title: '法律依据' },
);
