import { ourCompany } from '../../our-company.ts';
import type { WebsiteContent } from '../content/en/en.ts';

export const Logo = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="14.5" fill="none" stroke="currentColor" stroke-width="2.5" />
    <path d="m23 8-5 10-4-4z" fill="var(--accent)" />
    <path d="m9 24 5-10 4 4z" fill="currentColor" />
  </svg>
);

/** A lead whose score crosses the threshold. */
export const LeadPicture = ({ words }: { words: WebsiteContent['home']['picture'] }) => (
  <svg class="picture" viewBox="0 0 520 420" aria-hidden="true">
    <circle cx="300" cy="205" r="200" fill="var(--tint)" />
    <g class="card">
      <rect x="16" y="40" width="330" height="316" rx="18" />
      <circle cx="62" cy="90" r="24" fill="var(--brand)" />
      <text x="62" y="97" class="on-brand" text-anchor="middle">
        {words.name[0]}
      </text>
      <text x="102" y="86" class="strong">
        {words.name}
      </text>
      <text x="102" y="108">
        {words.job}
      </text>
      <path d="M16 138h330" class="line" />
      {words.lines.map(([what, points], row) => (
        <>
          <circle cx="48" cy={176 + row * 44} r="6" fill={row === 3 ? 'var(--accent)' : 'var(--brand)'} />
          {row < 3 && <path d={`M48 ${186 + row * 44}v24`} class="line" />}
          <text x="68" y={181 + row * 44}>
            {what}
          </text>
          <text x="308" y={181 + row * 44} class="strong" text-anchor="end">
            {points}
          </text>
        </>
      ))}
    </g>
    <g class="card">
      <rect x="330" y="210" width="176" height="172" rx="18" />
      <path d="M362 326a56 56 0 1 1 112 0" class="gauge" />
      <path d="M362 326a56 56 0 0 1 101-33" class="gauge full" />
      <text x="418" y="322" class="score" text-anchor="middle">
        84
      </text>
      <text x="418" y="360" text-anchor="middle" class="strong">
        {words.ready}
      </text>
    </g>
  </svg>
);

/** Many dots on the left become few, bigger ones on the right. */
export const FunnelPicture = () => (
  <svg class="picture" viewBox="0 0 480 300" aria-hidden="true">
    <path d="M20 30 300 120v60L20 270z" fill="var(--tint)" />
    {Array.from({ length: 42 }, (_, n) => (
      <circle
        cx={44 + (n % 7) * 36}
        cy={150 + (Math.floor(n / 7) - 2.5) * (36 - (n % 7) * 4)}
        r="5"
        fill={n % 9 === 4 ? 'var(--accent)' : 'var(--line-strong)'}
      />
    ))}
    <path d="M304 150h54m-14-14 14 14-14 14" class="arrow" />
    {[92, 150, 208].map((y) => (
      <g class="card">
        <rect x="376" y={y - 22} width="84" height="44" rx="10" />
        <circle cx="398" cy={y} r="9" fill="var(--accent)" />
        <path d={`M416 ${y - 5}h30M416 ${y + 7}h20`} class="words" />
      </g>
    ))}
  </svg>
);

/** A message to sales, and their answer. */
export const ReturnPicture = () => (
  <svg class="picture" viewBox="0 0 480 300" aria-hidden="true">
    <circle cx="150" cy="150" r="118" fill="var(--tint)" />
    <g class="card">
      <rect x="48" y="62" width="240" height="92" rx="14" />
      <circle cx="84" cy="98" r="16" fill="var(--brand)" />
      <path d="M112 92h120M112 108h150M68 132h130" class="words" />
    </g>
    <g class="card">
      <rect x="206" y="166" width="226" height="78" rx="14" />
      <path d="m230 206 11 11 20-24" class="arrow" />
      <path d="M282 196h118M282 214h76" class="words" />
    </g>
    <path d="M330 100c50 4 66 24 64 50m-12-12 12 13 13-12" class="arrow" />
  </svg>
);

/** A page that is tracked with consent. */
export const TrackPicture = () => (
  <svg class="picture" viewBox="0 0 480 300" aria-hidden="true">
    <circle cx="330" cy="150" r="118" fill="var(--tint)" />
    <g class="card">
      <rect x="40" y="52" width="290" height="196" rx="14" />
      <path d="M40 86h290" class="line" />
      <circle cx="60" cy="69" r="5" fill="var(--line-strong)" />
      <circle cx="78" cy="69" r="5" fill="var(--line-strong)" />
      <path d="M66 116h150M66 138h220M66 156h200M66 174h216" class="words" />
      <rect x="66" y="200" width="92" height="28" rx="14" fill="var(--brand)" />
    </g>
    <g class="card">
      <rect x="300" y="120" width="140" height="64" rx="14" />
      <path d="m322 152 10 10 18-22" class="arrow" />
      <path d="M366 144h52M366 160h34" class="words" />
    </g>
  </svg>
);

/** The cover of the whitepaper. */
export const Cover = ({ title }: { title: string }) => {
  const words = title.split(' ');
  const lines = [words.slice(0, 2), words.slice(2, 4), words.slice(4, 6), words.slice(6)];
  return (
    <svg class="picture cover" viewBox="0 0 300 400" aria-hidden="true">
      <rect x="26" y="18" width="250" height="364" rx="8" fill="var(--line-strong)" />
      <rect x="18" y="10" width="250" height="364" rx="8" fill="#0b4a3d" />
      <clipPath id="cover">
        <rect x="18" y="10" width="250" height="364" rx="8" />
      </clipPath>
      <circle cx="200" cy="280" r="120" fill="#10604f" clip-path="url(#cover)" />
      <circle cx="200" cy="280" r="74" fill="none" stroke="#8fd8c1" stroke-width="3" />
      <path d="m236 226-24 66-24-24z" fill="#f2a93b" />
      <path d="m164 334 24-66 24 24z" fill="#e9f5ef" />
      {lines.map((line, row) => (
        <text x="40" y={62 + row * 34} class="cover-title">
          {line.join(' ')}
        </text>
      ))}
      <text x="40" y="352" class="cover-name">
        {ourCompany.name}
      </text>
    </svg>
  );
};
