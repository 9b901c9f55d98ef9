/** `10,234,567`: many digits in groups of three. */
export const amount = (value: number): string => value.toLocaleString('zh-CN');

/** `34 秒`, `12 分 14 秒`, `1 小时 5 分`: how long something took, in words. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} 秒`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} 分 ${whole % 60} 秒`;
  return `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}
