import fc from 'fast-check';

/** Every letter at the 14th place. */
export const parcelFeatureLetters = 'ABSXCDEFHGWYLN';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const letter = (letters: string) => fc.constantFrom(...letters);

const fixtures = fc.oneof(
  fc.constant('W00000000'),
  fc.tuple(letter('FLQ'), digits(8)).map(([feature, number]) => feature + number),
);

/** Well-formed unit codes. */
export const unitCodes: fc.Arbitrary<string> = fc
  .tuple(digits(12), letter('GJZ'), letter(parcelFeatureLetters), digits(5), fixtures)
  .map((parts) => parts.join(''));

/** Birthdays `YYYYMMDD` of the years 1901 to 1909. */
export const birthdays: fc.Arbitrary<string> = fc
  .date({ min: new Date('1901-01-01'), max: new Date('1909-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
