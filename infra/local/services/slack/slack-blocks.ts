import * as z from 'zod';

// The limits are those of https://docs.slack.dev/reference/block-kit/blocks
const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });

const text = (max: number) =>
  z.union([
    plainText(max),
    z.strictObject({
      type: z.literal('mrkdwn'),
      text: z.string().min(1).max(max),
      verbatim: z.boolean().optional(),
    }),
  ]);

const id = z.string().max(255).optional();

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  url: z.url().max(3000).optional(),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  action_id: id,
  accessibility_label: z.string().max(75).optional(),
});

const image = {
  type: z.literal('image'),
  image_url: z.url().max(3000),
  alt_text: z.string().min(1).max(2000),
};

const block = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('section'),
      block_id: id,
      text: text(3000).optional(),
      fields: z.array(text(2000)).min(1).max(10).optional(),
      accessory: z.union([button, z.strictObject(image)]).optional(),
      expand: z.boolean().optional(),
    })
    .refine((section) => section.text ?? section.fields),
  z.strictObject({ type: z.literal('header'), block_id: id, text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), block_id: id }),
  z.strictObject({
    type: z.literal('context'),
    block_id: id,
    elements: z
      .array(z.union([text(3000), z.strictObject(image)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('actions'), block_id: id, elements: z.array(button).min(1).max(25) }),
  z.strictObject({ ...image, block_id: id, title: plainText(2000).optional() }),
]);

/** Whether Slack would accept these blocks. Only the kinds that notifications use are supported. */
export function areBlocksValid(blocks: unknown): boolean {
  return z.array(block).max(50).safeParse(blocks).success;
}
