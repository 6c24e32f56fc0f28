import * as z from 'zod';
import { Mrkdwn } from './mrkdwn.tsx';

const text = z.looseObject({ type: z.string(), text: z.string() });
const button = z.looseObject({
  type: z.literal('button'),
  text,
  url: z.string().optional(),
  style: z.string().optional(),
});

/** The blocks that notifications use, with what a card shows of them. */
const block = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('header'), text }),
  z.looseObject({
    type: z.literal('section'),
    text: text.optional(),
    fields: z.array(text).optional(),
    accessory: button.optional().catch(undefined),
  }),
  z.looseObject({ type: z.literal('divider') }),
  z.looseObject({
    type: z.literal('context'),
    elements: z.array(z.looseObject({ text: z.string().catch('') })),
  }),
  z.looseObject({ type: z.literal('actions'), elements: z.array(button) }),
]);

type Button = z.infer<typeof button>;

/** A message as Slack shows it, with its buttons. */
export function SlackCard({ blocks, text: fallback }: { blocks: readonly unknown[]; text: string }) {
  const shown = blocks.flatMap((one) => block.safeParse(one).data ?? []);
  return (
    <div class="slack">
      {shown.length === 0 && <p>{fallback}</p>}
      {shown.map((one) => (
        <Block block={one} />
      ))}
    </div>
  );
}

function Block({ block: one }: { block: z.infer<typeof block> }) {
  switch (one.type) {
    case 'header':
      return <p class="title">{one.text.text}</p>;
    case 'section':
      return (
        <>
          {[...(one.text ? [one.text] : []), ...(one.fields ?? [])].map((part) => (
            <Mrkdwn text={part.text} />
          ))}
          {one.accessory && <SlackButton button={one.accessory} />}
        </>
      );
    case 'divider':
      return <hr />;
    case 'context':
      return (
        <div class="quiet">
          {one.elements.map((element) => (
            <Mrkdwn text={element.text} />
          ))}
        </div>
      );
    case 'actions':
      return (
        <p class="buttons">
          {one.elements.map((element) => (
            <SlackButton button={element} />
          ))}
        </p>
      );
  }
}

function SlackButton({ button: { url, style, text: label } }: { button: Button }) {
  return (
    <a class={style === 'primary' ? 'button primary' : 'button'} href={url} target="_blank" rel="noopener">
      {label.text}
    </a>
  );
}
