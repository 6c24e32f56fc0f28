export const en = {
  title: 'Pictures',
  intro: 'Pictures that mails, forms and pages can show. What you change here is part of the shared draft.',
  none: 'There are no pictures yet.',
  picture: 'Picture',
  name: 'Name',
  size: 'Size',
  sizes: (width: string, height: string, kilobytes: string) => `${width} × ${height} pixels, ${kilobytes} KB`,
  usedIn: 'Where it is used',
  unused: 'Nowhere',
  use: 'How to use it in a mail',
  whatItShows: 'what it shows',
  remove: 'Remove',
  removeThis: (name: string) => `Remove ${name}`,
  published: 'Published:',
  putBackButton: 'Put the published one back',
  putBackThis: (name: string) => `Put back ${name} as it is published`,
  upload: {
    title: 'Upload a picture',
    file: 'The picture',
    fileHint: (kilobytes: number, side: string) =>
      `PNG, JPEG, GIF or WebP, at most ${kilobytes} KB and ${side} pixels wide and high. A mail shows 512 pixels: twice as many are sharp on every screen. Where and with what a photo was taken is removed.`,
    alt: 'What it shows',
    altHint:
      'For people who cannot see it: screen readers say it, and mails show it until the picture is there.',
    button: 'Upload',
  },
  saved: (name: string) => `${name} is in the draft. Paste this where the mail shows it:`,
  markdown: 'For the text of a mail',
  removed: 'The picture is removed from the draft. Mails that were sent keep showing it.',
  putBack: 'The picture is in the draft again as it is published.',
  taken: {
    title: 'Replace this picture?',
    intro: (name: string) =>
      `There is another picture with the name ${name}. In its place, the new one is shown wherever that name is used, once the draft is published.`,
    there: 'There now',
    yours: 'The new one',
    replace: 'Replace it',
    keep: 'Leave it; I give mine another name',
  },
  refused: {
    'no-file': 'Choose a picture first.',
    'no-alt': 'Say in some words what the picture shows, and choose it once more.',
    kind: 'This is no PNG, JPEG, GIF or WebP. Save it as one of these: mail programs show no other pictures.',
    unreadable: 'This picture cannot be read to its end. Save it again, and upload that.',
    sideways:
      'This photo lies on its side, and only what its camera wrote in it says so. Turn it and save it.',
    'too-many-bytes': 'This picture is larger than 300 KB. Make it smaller, or save it as JPEG or WebP.',
    'too-many-pixels':
      'This picture is wider or higher than 2,400 pixels. Make it smaller: 1,024 wide is enough.',
    path: 'A picture cannot have this name. Use letters, digits and dashes.',
    'no-picture': 'This picture is not stored. Upload it again.',
    'too-large': 'The draft has grown too large. Publish or discard something first.',
    'too-many': 'The playbook has too many files. Remove pictures that are used nowhere.',
    'nothing-published': 'No playbook was published yet.',
    used: 'It is still used. Take it out there first.',
    overtaken: 'A colleague has changed the pictures meanwhile. This is how they are now.',
  },
};

export type PictureWords = typeof en;
