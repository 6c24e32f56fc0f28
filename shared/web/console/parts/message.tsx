import type { Child } from 'hono/jsx';

interface Props {
  title: string;
  text: string;
  children?: Child;
}

/** The content of a page that only says something. */
export function Message({ title, text, children }: Props) {
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </>
  );
}
