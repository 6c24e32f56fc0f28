/** The codes of all currencies, such as `EUR` (ISO 4217). */
export const currencies: readonly string[] = Intl.supportedValuesOf('currency');

/** Whether a text is the code of a currency. */
export function isCurrency(code: string): boolean {
  return currencies.includes(code);
}
