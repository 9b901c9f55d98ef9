/** Addresses of the desk, so that pages link to each other without spelling them. */
export const deskRoot = '/desk';

export const casePagePath = (caseNo: string): string => `${deskRoot}/cases/${encodeURIComponent(caseNo)}`;

export const unitPagePath = (code: string, asOf?: string): string =>
  `${deskRoot}/register/${encodeURIComponent(code)}${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`;

/** Two moments side by side; from the one in hand to now. */
export const unitComparisonPath = (code: string, from?: string): string =>
  `${deskRoot}/register/${encodeURIComponent(code)}/comparison${from ? `?from=${encodeURIComponent(from)}` : ''}`;

export const certificatePagePath = (number: string): string =>
  `${deskRoot}/certificates/${encodeURIComponent(number)}`;

export const acceptancePath = (business: string): string =>
  `${deskRoot}/acceptance/${encodeURIComponent(business)}`;
