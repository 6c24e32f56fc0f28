/** What a mail program allows: pictures and the mail's own style; no script, no form, and no page but ours around it. */
export const MAIL_POLICY = [
  'sandbox',
  "default-src 'none'",
  'img-src https: http: data:',
  "style-src 'unsafe-inline'",
  'font-src https: data:',
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');
