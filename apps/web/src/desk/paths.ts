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

export const districtEditionPath = (office: string, number: number): string =>
  `${deskRoot}/cadastre/${office}/${number}`;

export const rulePagePath = (code: string): string => `${deskRoot}/rules/${encodeURIComponent(code)}`;

export const knowledgePagePath = (id: string): string => `${deskRoot}/knowledge/${encodeURIComponent(id)}`;

export const reviewLogPath = (caseNo: string): string => `${casePagePath(caseNo)}/review-log`;

export const relationsPath = (code: string): string =>
  `${deskRoot}/register/${encodeURIComponent(code)}/relations`;

export const accountPagePath = (id: string): string => `${deskRoot}/accounts/${encodeURIComponent(id)}`;

export const businessPagePath = (code: string): string =>
  `${deskRoot}/businesses/${encodeURIComponent(code)}`;
