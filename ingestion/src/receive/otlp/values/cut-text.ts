const NUL = /\0/g;

/** cutText makes a text that came from elsewhere fit a field: at most `maxLength` characters, no character cut in half, no NUL. */
export function cutText(text: string, maxLength: number): string {
  const whole = text.includes("\0") ? text.replace(NUL, "") : text;
  if (whole.length <= maxLength) return whole;
  const last = whole.charCodeAt(maxLength - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return whole.slice(0, isHalf ? maxLength - 1 : maxLength);
}
