import type { BusinessDefinition, MaterialRequirement } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { addressProof, changeProof, coOwnershipAgreement, renamingProof } from '../parts/change-materials.ts';
import { anyChange, choice, reasonOf, words } from '../parts/fields.ts';
import { identityDocument, signedApplication } from '../parts/materials.ts';
import { usualProcess } from '../parts/process.ts';
import { consenting, holder } from '../parts/roles.ts';
import { type Listing, listed, promised } from './family.ts';

const always = ['accept', 'review', 'entry'] as const;

const newName = words('变更后的姓名或名称', '与现在的身份证件或营业执照一致', '晨光（变更后）', 200);
const oldName = Type.Optional(
  words('变更前的姓名或名称', '有多位权利人的，写明是谁变更；只有一位的可不填', '晨光', 200),
);
const newLocation = words('变更后的坐落', '地名、门牌主管部门确定的新地址', '常州市天宁区和煦东路8号');
const shares = choice(
  '变更后的共有方式',
  '0 单独所有；1 共同共有；2 按份共有（须为每位权利人填写份额）',
  { '0': '单独所有', '1': '共同共有', '2': '按份共有' },
  '1',
);

const forms = {
  name: Type.Object({ newName, oldName, reason: reasonOf('姓名或名称变更') }),
  location: Type.Object({ newLocation, reason: reasonOf('坐落变更') }),
  sharing: Type.Object({ coOwnership: shares, reason: reasonOf('共有性质变更') }),
  any: Type.Object({ ...anyChange, oldName, reason: reasonOf('不动产状况变更') }),
};

interface Alteration {
  what: keyof typeof forms;
  rightTypes?: readonly string[];
  materials: readonly MaterialRequirement[];
  keywords: readonly string[];
  summary: string;
  kinds?: BusinessDefinition['parties'][number]['kinds'];
}

/** 变更登记: the same holders, something else is different; one party alone may ask (条例 14). */
const alteration =
  ({ what, rightTypes, materials, keywords, summary, kinds }: Alteration) =>
  (listing: Listing): BusinessDefinition =>
    listed(listing, {
      keywords: ['变更', ...keywords],
      summary,
      audience: '登记簿上的权利人',
      registrationType: '300',
      laws: [law.alterationCases, law.jointApplication, law.inspection],
      ...(rightTypes ? { rightTypes } : {}),
      units: { minimum: 1, maximum: 10 },
      exclusive: true,
      parties: [
        { ...holder, ...(kinds ? { kinds } : {}), takesShares: what === 'sharing' },
        consenting('抵押权人', '面积减少等影响抵押权的，须抵押权人同意。'),
      ],
      form: forms[what],
      materials: [signedApplication, ...materials, identityDocument],
      facts: [
        {
          kind: 'identity',
          title: '身份核验',
          source: '公安、市场监管部门',
          each: ['holder'],
          question: 'current-identity',
        },
      ],
      rules: [
        { rule: 'PAGE_OPEN', moments: always },
        { rule: 'UNIT_EXISTS', moments: always },
        { rule: 'RIGHT_TYPE_FITS', moments: ['accept', 'entry'] },
        { rule: 'UNIT_NOT_LOCKED', moments: always },
        { rule: 'UNIT_NOT_PENDING', moments: always },
        { rule: 'SEIZED_ONLY_RENAMED', moments: always },
        { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
        { rule: 'CHANGE_NAMED', moments: always },
        { rule: 'CHANGE_READABLE', moments: ['accept', 'entry'] },
        { rule: 'FORMER_NAME_REGISTERED', moments: ['accept', 'entry'] },
        { rule: 'AREA_DECREASE_CONSENTED', moments: ['accept', 'entry'] },
        ...(what === 'sharing' ? [{ rule: 'SHARES_ADD_UP', moments: ['accept', 'entry'] } as const] : []),
        { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
        { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
        { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
      ],
      process: usualProcess({ confirm: true, automatic: true }),
      limit: promised(1),
      fee: undefined,
      taxed: false,
      effects: ['alter-title'],
      notifies: ['housing', 'tax'],
      outcome: 'certificate',
    });

const people = ['person'] as const;
const bodies = ['organisation'] as const;
const renamed = {
  what: 'name',
  materials: [renamingProof],
  keywords: ['改名', '更名'],
  summary: '权利人改了姓名或名称：核对变更前后为同一人后，换发新证书，不收费。',
} as const;
const moved = {
  what: 'location',
  materials: [addressProof],
  keywords: ['门牌', '地址', '坐落'],
  summary: '不动产的地址、坐落变了：凭地名、门牌证明变更登记，换发新证书，不收费。',
} as const;
const anything = {
  what: 'any',
  materials: [changeProof],
  keywords: ['面积', '用途', '期限', '更名'],
  summary: '姓名、坐落、面积、用途、期限等发生变化的，凭证明材料变更登记，换发新证书，不收费。',
} as const;

export const stateLandRenaming = alteration({ ...renamed, rightTypes: ['3'], kinds: bodies });
export const stateLandMoving = alteration({ ...moved, rightTypes: ['3'] });
export const houseMoving = alteration({ ...moved, rightTypes: ['4'] });
export const houseRenamingOfBody = alteration({ ...renamed, rightTypes: ['4'], kinds: bodies });
export const houseRenamingOfPerson = alteration({ ...renamed, rightTypes: ['4'], kinds: people });

/** 共有性质变更: all co-owners confirm. */
export const houseSharing = alteration({
  what: 'sharing',
  rightTypes: ['4'],
  materials: [coOwnershipAgreement],
  keywords: ['共有', '份额'],
  summary: '共有人之间改变共有方式或份额（人不变）：全体共有人确认后变更登记，换发新证书。',
});

/** Whatever changed, of one kind of title. */
export const anyAlteration = (...rightTypes: readonly string[]) => alteration({ ...anything, rightTypes });
