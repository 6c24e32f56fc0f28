/** The part of MJML that mails are compiled with; it comes without types. */
declare module 'mjml' {
  interface Options {
    fonts?: Record<string, string>;
    keepComments?: boolean;
    validationLevel?: 'strict' | 'soft' | 'skip';
  }
  export default function mjml2html(mjml: string, options?: Options): Promise<{ html: string }>;
}
