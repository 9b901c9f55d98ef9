import type { Chance } from './chance.ts';

/** Wide lists of ordinary surnames and of literary given characters, so that a name is nobody's in particular. */
const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏苏潘葛范彭鲁韦马方俞任袁柳史唐费薛雷贺倪汤殷罗毕郝安常乐于傅卞齐康伍余顾孟黄穆萧尹',
  ...'姚邵汪祁毛狄米贝明戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解丁宣邓单杭洪包左石崔吉龚程邢裴陆荣翁荀羊甄曲家封储靳段焦谷侯宁仇',
];
const maleFirst = [...'秉砚承屿敬谦允恪彦昀景怀修庭守韫泊望伯仲叔志树柏衡朗述启延纪循润鸿牧川远'];
const maleSecond = [...'澍岑峤樾筠楷堃垚畴骞铭锴钧棣榕桁竑翊翀衍湛淮浚汀渠野陌舟砺碣嵘峻岱峦麓穆恺'];
const femaleFirst = [...'棠筱芷若蘅采苓茗秋素婉静含映疏晴月云忆念思知书画雅清漪沁溪汐湄莲菡萏荷竹桐'];
const femaleSecond = [...'笺绡纨绮缦絮霁霏岚澜湄沅澧芮苒茵荔蔓蕙薇蘋榆枳杏棣楹桑柠栀梓禾穗苇菱藻萤鹂'];

/** An invented name. */
export function personName(chance: Chance, sex: 'male' | 'female', surname = chance.pick(surnames)): string {
  const [first, second] = sex === 'male' ? [maleFirst, maleSecond] : [femaleFirst, femaleSecond];
  return surname + chance.pick(first) + chance.pick(second);
}

const quarterStems = [
  ...[
    '青枫',
    '桂花',
    '云溪',
    '竹影',
    '听荷',
    '松涛',
    '望湖',
    '锦兰',
    '晴岚',
    '沁芳',
    '芳草',
    '拾光',
    '荷塘',
    '柳浪',
  ],
  ...[
    '梅影',
    '枕河',
    '临溪',
    '白榆',
    '杏林',
    '海棠',
    '紫藤',
    '银杏',
    '朝露',
    '归雁',
    '鹤鸣',
    '鹿鸣',
    '晚樱',
    '春泽',
  ],
  ...[
    '秋实',
    '明月',
    '星河',
    '碧梧',
    '兰亭',
    '菱湖',
    '芦汀',
    '石榴',
    '南桥',
    '北渚',
    '东篱',
    '西窗',
    '和风',
    '谷雨',
  ],
  ...[
    '清和',
    '惊蛰',
    '白露',
    '霜降',
    '小满',
    '知秋',
    '映山',
    '静安里',
    '长乐',
    '永宁',
    '安和',
    '同春',
    '百草',
    '千帆',
  ],
];
const quarterEndings = [
  '里',
  '苑',
  '园',
  '花园',
  '家园',
  '新村',
  '雅居',
  '坊',
  '小区',
  '华庭',
  '公寓',
  '佳苑',
];

/** Name of the n-th quarter of an office: each once, then again as 二区, 三区. */
export function quarterName(ordinal: number, offset: number): string {
  const combinations = quarterStems.length * quarterEndings.length;
  // 37 has no factor in common with the count, so that neighbours differ in both parts.
  const at = ((ordinal + offset) * 37) % combinations;
  const stem = quarterStems[at % quarterStems.length];
  const ending = quarterEndings[Math.floor(at / quarterStems.length) % quarterEndings.length];
  const round = Math.floor(ordinal / combinations);
  return `${stem}${ending}${round === 0 ? '' : `${round + 1}区`}`;
}

const trades = [
  '贸易',
  '商贸',
  '餐饮管理',
  '电子科技',
  '机械制造',
  '物流',
  '文化传播',
  '建筑装饰',
  '纺织',
  '新材料',
];

/** Name of an invented company; 演示 in it keeps it from being a real one's. */
export function companyName(chance: Chance): string {
  return `演示${chance.pick(quarterStems)}${chance.pick(trades)}有限公司`;
}
