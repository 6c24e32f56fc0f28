/** Whether a text is the code of a currency, such as `EUR` (ISO 4217). */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}
