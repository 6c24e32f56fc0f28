import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlaybookPath } from '../../../shared/playbook/files/playbook-files.ts';
import { readPicture } from '../../../shared/playbook/picture-files/read-picture.ts';
import { playbookFolder } from '../folder.ts';
import { clean, png } from './example-pictures.ts';

const { path, change, compile, mistakes } = playbookFolder();

function add(name: string, bytes: Uint8Array): void {
  mkdirSync(join(path(), 'pictures'), { recursive: true });
  writeFileSync(join(path(), 'pictures', name), bytes);
}

const MAIL = 'mails/tip-1.en.md';
const show = (picture: string) => change(MAIL, /$/, `\n\n${picture}\n`);

describe('a picture in the folder of a playbook', () => {
  it('is shown in a mail at its public address, no wider than the text, with its height', async () => {
    const bytes = png(1_024, 512);
    add('team.png', bytes);
    show('![Our team](pictures/team.png)\n\nAnd ![in a line](pictures/team.png) of text');
    const compiled = await compile();
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.mistakes));
    const read = readPicture(bytes);
    const digest = read.ok ? read.picture.digest : '';
    const { html, text } = compiled.playbook.templates['tip-1']?.en ?? { html: '', text: '' };
    expect(html).toMatch(
      new RegExp(
        `<img\\s+alt="Our team"\\s+src="{{ publicUrl }}/pictures/${digest}\\.png"[^>]*\\swidth="512"\\s+height="256"`,
      ),
    );
    expect(html).toMatch(
      new RegExp(`<img src="{{ publicUrl }}/pictures/${digest}\\.png" alt="in a line" width="512"`),
    );
    expect(text).toContain('Our team\n');
    expect(compiled.playbook.content.pictures?.['pictures/team.png']).toMatchObject({ width: 1_024, digest });
    expect(compiled.playbook.files['pictures/team.png']).toContain(digest);
  });

  it('can be the logo, for light and dark', async () => {
    add('logo.png', png(480, 96));
    add('night.png', png(480, 100));
    const alt = 'alt: { nl: Merk, en: Brand }';
    change('company.yaml', /$/, `\nlogo: { light: pictures/logo.png, dark: pictures/night.png, ${alt} }\n`);
    const compiled = await compile();
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.mistakes));
    const html = compiled.playbook.templates['tip-1']?.en.html ?? '';
    expect(html).toMatch(/<img class="logo-dark"[^>]*style="display:none;mso-hide:all/);
    expect(html).toMatch(/<img class="logo-light"[^>]*width="240" height="48" alt="Brand"/);
    expect(html).toContain('.logo-dark ~ .logo-light { display: none !important; }');
  });

  it('is missed where it is not there, with the name that was meant', () => {
    add('team.png', png());
    show('![Our team](pictures/taem.png)');
    change('company.yaml', /$/, '\nlogo: { light: pictures/logo.png, alt: { nl: A, en: A } }\n');
    const found = mistakes().join('\n');
    expect(found).toContain('there is no picture "pictures/taem.png"; did you mean "pictures/team.png"?');
    expect(found).toContain('logo.light: there is no picture "pictures/logo.png"');
  });

  it('needs a description where it is shown', () => {
    add('team.png', png());
    show('![](pictures/team.png)');
    expect(mistakes().join()).toContain('this picture has no description for people who cannot see it');
  });

  it.each([
    [
      'logo.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a picture cannot have this name; call it pictures/logo.png',
    ],
    ['Logo.PNG', clean.png, 'a picture cannot have this name; call it pictures/logo.png'],
    ['a.png', clean.jpeg, 'this picture is a jpeg, whatever its name says; call it pictures/a.jpg'],
    ['a.png', Buffer.from('hello'), 'this is no PNG, JPEG, GIF or WebP; save it'],
    ['a.png', png(2_401, 1), 'this picture is wider or higher than 2400 pixels; make it smaller'],
  ])('is refused as %s with a clear word', (name, bytes, words) => {
    add(name, bytes);
    expect(mistakes().join('\n')).toContain(`pictures/${name}:1:1 ${words}`);
  });

  it('has a path that drafts know', () => {
    expect(isPlaybookPath('pictures/team-2.webp')).toBe(true);
    for (const other of ['pictures/a.svg', 'pictures/../a.png', 'pictures/a/b.png', 'pictures/A.png'])
      expect(isPlaybookPath(other)).toBe(false);
  });
});
