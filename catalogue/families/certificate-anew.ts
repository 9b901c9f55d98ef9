import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { lossStatement, wornCertificate } from '../parts/change-materials.ts';
import { reasonOf, words } from '../parts/fields.ts';
import { identityDocument, signedApplication } from '../parts/materials.ts';
import { noticeStart, publicNotice } from '../parts/notice.ts';
import { usualProcess } from '../parts/process.ts';
import { holder } from '../parts/roles.ts';
import { type FamilyPart, type Listing, listed, promised } from './family.ts';

const always = ['accept', 'review', 'entry'] as const;

const common: Omit<FamilyPart, 'materials' | 'process' | 'summary' | 'keywords' | 'form'> = {
  audience: '登记簿上的权利人',
  registrationType: '900',
  laws: [law.reissue],
  units: { minimum: 1, maximum: 1 },
  exclusive: true,
  parties: [holder],
  facts: [
    {
      kind: 'identity',
      title: '身份核验',
      source: '公安、市场监管部门',
      each: ['holder'],
      question: 'identity',
    },
  ],
  rules: [
    { rule: 'PAGE_OPEN', moments: always },
    { rule: 'UNIT_EXISTS', moments: always },
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'UNIT_NOT_PENDING', moments: always },
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
    { rule: 'CERTIFICATE_AGREES', moments: ['accept', 'review'] },
    { rule: 'TITLE_FACTS_AGREE', moments: ['review'] },
    { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
    { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
    { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
    { rule: 'FEE_PAID', moments: ['entry'] },
  ],
  fee: 'ownership',
  taxed: false,
  effects: ['reissue-certificate'],
  notifies: [],
  outcome: 'certificate',
};

const certificateNumber = Type.Optional(
  words('原不动产权证号', '可不填；填写的与登记簿核对', '苏（2026）常州市不动产权第0000001号', 100),
);

/** 换证: the worn certificate is handed in, a new one with a new number takes its place. */
export const certificateExchange = (listing: Listing): BusinessDefinition =>
  listed(listing, {
    ...common,
    keywords: ['换证', '证书破损', '污损'],
    summary: '不动产权证书污损、破损的，换发新证，旧证作废，只收工本费。',
    form: Type.Object({ certificateNumber, reason: reasonOf('换证') }),
    materials: [signedApplication, wornCertificate, identityDocument],
    process: usualProcess({ confirm: true, automatic: true, payer: 'holder' }),
    limit: promised(1),
  });

/** 遗失补证: fifteen working days after the loss was announced, if nobody objects (实施细则 22). */
export const certificateReplacement = (listing: Listing): BusinessDefinition =>
  listed(listing, {
    ...common,
    keywords: ['补证', '证书丢了', '遗失', '房产证丢失'],
    summary: '不动产权证书遗失的，在网站公告十五个工作日无异议后补发，新证注明补发，只收工本费。',
    form: Type.Object({ certificateNumber, reason: reasonOf('遗失补证') }),
    materials: [signedApplication, lossStatement, identityDocument],
    rules: [...common.rules, { rule: 'NOTICE_PERIOD_OVER', moments: ['entry'] }],
    process: usualProcess({
      confirm: true,
      payer: 'holder',
      notice: { first: noticeStart, nodes: (next) => publicNotice(next, { kind: 'loss', days: 15 }) },
    }),
    limit: promised(5),
  });
