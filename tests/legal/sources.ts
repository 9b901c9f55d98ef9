/** Sources of law the cases cite, with whether the text was read. */

const read = (name: string) => (article: number | string) => ({
  article: `${name}第 ${article} 条`,
  verified: true,
});
const unread = (name: string) => (article: number | string) => ({
  article: `${name}第 ${article} 条`,
  verified: false,
});

export const civil = read('民法典');
/** Articles of the Civil Code nobody looked up yet. */
export const civilUnread = unread('民法典');
export const regulation = read('不动产登记暂行条例');
export const detailed = unread('不动产登记暂行条例实施细则');
export const enforcement = read('查扣冻规定');
export const security = read('民法典担保制度解释');
export const deedTax = read('契税法');
export const landLaw = read('土地管理法');
export const urbanProperty = read('城市房地产管理法');
export const procedureLaw = unread('民事诉讼法解释（2022 年修正）');
