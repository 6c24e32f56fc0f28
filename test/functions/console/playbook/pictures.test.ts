import { beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { readDraftFile } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { saveDraft } from '../../../../shared/usecases/playbook/draft/save-draft.ts';
import { pictureMarkdown } from '../../../../shared/web/console/playbook/pictures/markdown.ts';
import { NOW } from '../../../domain/builders.ts';
import { clean, jpegLying, png } from '../../../playbook/pictures/example-pictures.ts';
import { fieldsIn } from '../../../web/console/playbook/form-fields.ts';
import { viewers } from '../test-console.ts';
import { playbookConsole, tableWithPlaybook } from './playbook-console.ts';

const PAGE = '/console/playbook/pictures';
const PASTE = '![Our team](pictures/team.png)';

let table: Table;
let sanne: Awaited<ReturnType<typeof playbookConsole>>;
beforeEach(async () => {
  table = await tableWithPlaybook();
  sanne = await playbookConsole(table);
});

function upload(bytes: Uint8Array, alt = 'Our team', name = 'Team.png', language = 'en') {
  const form = new FormData();
  form.set('picture', new File([Uint8Array.from(bytes)], name));
  form.set('alt', alt);
  form.set('do', 'upload');
  return sanne.send(PAGE, form, { 'accept-language': language });
}

/** Sends the form of a page that has a button of this value. */
function press(html: string, does: string) {
  const forms = [...html.matchAll(/<form method="post".*?<\/form>/gs)].map(([form]) => form);
  const form = forms.find((one) => one.includes(`value="${does}"`)) ?? '';
  return sanne.post(PAGE, { ...Object.fromEntries(fieldsIn(form)), do: does });
}

const hiddenOf = (html: string) => ({
  draft: /name="draft" value="([^"]+)"/.exec(html)?.[1] ?? '',
  over: /name="over" value="([^"]+)"/.exec(html)?.[1] ?? '',
});
const draft = (path: string) => readDraftFile({ table }, viewers.marketing, path);

describe('the page of pictures', () => {
  it('takes a picture, and gives what to paste into a mail with its description', async () => {
    const answer = await upload(clean.png);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain(`value="${PASTE}"`);
    expect(html).toMatch(
      /<img class="thumbnail" src="\/pictures\/[\w-]{24}\.png" width="4" height="2" alt=""/,
    );
    expect(html).toContain('4 × 2 pixels, 1 KB');
    expect(answer.headers.get('content-security-policy')).toContain("img-src 'self'");
    expect(await draft('pictures/team.png')).toMatchObject({ state: 'added' });
  });

  it.each([
    [Buffer.from('<svg/>'), 'Our team', 'This is no PNG, JPEG, GIF or WebP. Save it as one of these'],
    [jpegLying(6), 'Our team', 'Turn it and save it'],
    [png(2_401, 1), 'Our team', 'wider or higher than 2,400 pixels. Make it smaller'],
    [png(700, 700, 490_000), 'Our team', 'larger than 300 KB. Make it smaller'],
    [Buffer.alloc(0), 'Our team', 'Choose a picture first'],
    [clean.png, ' ', 'Say in some words what the picture shows'],
  ])('says what would be right, and keeps the description: %#', async (bytes, alt, said) => {
    const answer = await upload(bytes, alt);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(said);
    expect(html).toContain(`id="alt" name="alt" type="text" maxlength="200" value="${alt.trim()}"`);
    expect(html).toContain('There are no pictures yet');
  });

  it('says it in Dutch too', async () => {
    expect(await (await upload(Buffer.from('x'), 'Wij', 'a.png', 'nl')).text()).toContain('Bewaar hem zo');
  });

  it('asks before a picture takes the place of another, and then gives what to paste', async () => {
    await upload(clean.png);
    const asked = await upload(png(9, 9));
    expect(asked.status).toBe(409);
    const html = await asked.text();
    expect(html).toContain('Replace this picture?');
    expect((await draft('pictures/team.png'))?.text).toContain('"width":4');
    const replaced = await press(html, 'replace');
    expect(await replaced.text()).toContain(`value="${PASTE}"`);
    expect((await draft('pictures/team.png'))?.text).toContain('"width":9');
    const late = await upload(png(8, 8));
    await upload(png(7, 7), 'x', 'other.png');
    const page = await late.text();
    await press(page, 'replace');
    // Somebody who saw the one before does not take its place.
    expect((await press(html, 'replace')).status).toBe(409);
    expect((await draft('pictures/team.png'))?.text).toContain('"width":8');
  });

  it('removes a picture that nothing shows, and tells where the others are shown', async () => {
    await upload(clean.png);
    const unused = await sanne.page(PAGE);
    const path = 'mails/tip-1.en.md';
    const mail = await draft(path);
    await saveDraft({ table, now: () => NOW }, viewers.marketing, {
      path,
      text: `${mail?.text}\n${PASTE}\n`,
      ifMatch: mail?.etag,
    });
    const used = await sanne.page(PAGE);
    expect(used).toContain('<a href="/console/playbook/mails/tip-1.en.md">tip-1 (English)</a>');
    expect(used).not.toContain('value="remove"');
    expect((await press(unused, 'remove')).status).toBe(409);
    expect(await sanne.page('/console/playbook')).not.toContain('there is no picture');
    await upload(clean.png, 'x', 'other.png');
    const removed = await press(await sanne.page(PAGE), 'remove');
    expect(removed.headers.get('location')).toBe(`${PAGE}?removed=yes`);
    expect(await draft('pictures/other.png')).toBeUndefined();
    expect(await sanne.page(`${PAGE}?removed=yes`)).toContain('removed from the draft');
  });

  it('puts a published picture back that was replaced or removed', async () => {
    await upload(clean.png);
    const { draft: seen, over } = hiddenOf(await sanne.page('/console/playbook'));
    await sanne.post('/console/playbook', { draft: seen, over, note: '' });
    expect(await sanne.page(PAGE)).not.toContain('value="put-back"');
    await press(await (await upload(png(9, 9))).text(), 'replace');
    const replaced = await sanne.page(PAGE);
    expect(replaced).toMatch(/Published:.*width="4"/s);
    const back = await press(replaced, 'put-back');
    expect(back.headers.get('location')).toBe(`${PAGE}?putBack=yes`);
    expect(await sanne.page(`${PAGE}?putBack=yes`)).toContain('in the draft again as it is published');
    expect(await draft('pictures/team.png')).toMatchObject({ state: 'same' });
    await press(await sanne.page(PAGE), 'remove');
    const removed = await sanne.page(PAGE);
    expect(removed).toContain('<tr id="team.png">');
    expect(removed).not.toContain('value="remove"');
    await press(removed, 'put-back');
    expect(await draft('pictures/team.png')).toMatchObject({ state: 'same' });
    // Pressed again on an old page: it is as published, and stays so.
    expect((await press(removed, 'put-back')).status).toBe(303);
    await press(await (await upload(png(8, 8))).text(), 'replace');
    expect((await press(replaced, 'put-back')).status).toBe(409);
  });

  it('is read by sales, who can change nothing', async () => {
    await upload(clean.png);
    const anna = await playbookConsole(table, viewers.sales);
    const html = await anna.page(PAGE);
    expect(html).toContain('![what it shows](pictures/team.png)');
    expect(html).not.toMatch(/type="file"|value="remove"/);
    expect((await anna.post(PAGE, { do: 'remove', path: 'pictures/team.png', etag: '' })).status).toBe(403);
  });

  it('is where the overview, a mail and the address of a picture lead', async () => {
    await upload(clean.png);
    const overview = await sanne.page('/console/playbook');
    expect(overview).toContain(`<a href="${PAGE}#team.png">`);
    expect(overview).toContain(`<a href="${PAGE}">Pictures</a>`);
    expect(await sanne.page('/console/playbook/mails/tip-1.en.md')).toContain(
      `<a href="${PAGE}" target="_blank" rel="noopener">Pictures, in a new tab</a>`,
    );
    const text = await sanne.get(`${PAGE}/team.png`);
    expect([text.status, text.headers.get('location')]).toEqual([303, `${PAGE}#team.png`]);
  });
});

describe('what to paste', () => {
  it('has no signs in its description that would end it or begin a variable', () => {
    expect(pictureMarkdown('pictures/a.png', ' Zoë [left]\n & {{ name }} \\ ')).toBe(
      '![Zoë left & name](pictures/a.png)',
    );
  });
});
