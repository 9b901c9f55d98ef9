/**
 * National codes, identifiers, calendars, money and shares: pure functions for server and browser.
 * Commercial cryptography for the server is in `@hengchan/standards/crypto`.
 */
export {
  addAreas,
  compareArea,
  formatArea,
  isArea,
  squareMetresToHectares,
  squareMetresToMu,
  subtractArea,
} from './area.ts';
export {
  type Area,
  areas,
  band3Of,
  countiesOf,
  epsgOfBand3,
  epsgOfCentralMeridian,
  findArea,
} from './areas.ts';
export { type CalendarData, makeCalendar, type NamedDate, type WorkingCalendar } from './calendar.ts';
export { calendar2026, calendarData2025, calendarData2026, officialCalendar } from './calendar-data.ts';
export { isDateText } from './calendar-date.ts';
export { capitalYuan, parseCapitalYuan } from './capital-yuan.ts';
export {
  type CertificateKind,
  type CertificateNumber,
  checkCertificateNumber,
  makeCertificateNumber,
  normaliseCertificateNumber,
  parseCertificateNumber,
  provinceAbbreviations,
  splitCertificateNumbers,
} from './certificate-number.ts';
export type { CheckResult } from './check-result.ts';
export { bigramTokens, normaliseLocation, queryTokens } from './chinese-text.ts';
export {
  type CreditCodeParts,
  checkCreditCode,
  checkOrganisationCode,
  makeCreditCode,
  normaliseCreditCode,
} from './credit-code.ts';
export { formatDate, formatDateInCharacters, formatDateTime } from './date-text.ts';
export type { Dictionary, DictionaryEntry, Generation } from './dictionaries/dictionary.ts';
export { featureCodeOf } from './dictionaries/feature-codes.ts';
export { dictionaries, dictionary, findDictionary, loadCountries, nameOf } from './dictionaries/index.ts';
export { mortgageRightTypeCodes } from './dictionaries/right-types.ts';
export {
  ageOn,
  checkIdNumber,
  idNumberBirthday,
  idNumberSex,
  makeIdNumber,
  normaliseIdNumber,
  upgradeIdNumber15,
} from './id-number.ts';
export { checkIdentity, identityTypes, maskIdNumber, maskName } from './identity.ts';
export {
  checkMessageNumber,
  type MessageNumber,
  type MessageSuffix,
  makeMessageNumber,
  parseMessageNumber,
} from './message-number.ts';
export { addFen, formatYuan, isFen, multiplyRate, parseYuan, type Rate, splitFen, yuan } from './money.ts';
export {
  checkPrintingSerial,
  makePrintingSerial,
  normalisePrintingSerial,
  type PrintingSerial,
  parsePrintingSerial,
} from './printing-serial.ts';
export { endOfShanghaiDay, startOfShanghaiDay, toShanghaiDate, toShanghaiTime } from './shanghai-time.ts';
export {
  addShares,
  compareShare,
  formatShare,
  formatSharePercent,
  largestDenominator,
  multiplyShare,
  parseShare,
  reduceShare,
  type Share,
  sharesSumToOne,
  subtractShare,
  wholeShare,
} from './share.ts';
export {
  buildUnitCode,
  checkUnitCode,
  formatUnitCode,
  normaliseUnitCode,
  parseUnitCode,
  type UnitCode,
  type UnitCodeParts,
} from './unit-code.ts';
