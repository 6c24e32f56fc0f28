/** The part of MJML we use; it has no types of its own. */
declare module 'mjml' {
  interface Options {
    fonts?: Record<string, string>;
    keepComments?: boolean;
    validationLevel?: 'strict' | 'soft' | 'skip';
  }
  export default function mjml2html(mjml: string, options?: Options): Promise<{ html: string }>;
}
