import type { Child } from 'hono/jsx';
import type { ToldMistake } from '../../../../domain/playbook/mistake.ts';

interface FrameProps {
  id: string;
  label: Child;
  hint?: Child;
  mistakes: readonly ToldMistake[];
  /** In a table, whose heads say what a field is: the label is there for who cannot see them. */
  isCompact?: boolean | undefined;
  children: Child;
}

/** A field with its label, what it means, and what is wrong with it. */
export function FieldFrame({ id, label, hint, mistakes, isCompact = false, children }: FrameProps) {
  return (
    <div class={isCompact ? 'cell' : 'field'}>
      <label for={id} class={isCompact ? 'away' : undefined}>
        {label}
      </label>
      {hint && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Problems id={id} mistakes={mistakes} />
      {children}
    </div>
  );
}

/** What is wrong with a setting, or may not be meant. */
export function Problems({ id, mistakes }: { id: string; mistakes: readonly ToldMistake[] }) {
  if (mistakes.length === 0) return null;
  return (
    <div id={`${id}-wrong`}>
      {mistakes.map(({ problem, remedy, isWarning }) => (
        <p class={isWarning ? 'warning' : 'wrong'}>
          {problem}; {remedy}
        </p>
      ))}
    </div>
  );
}

/** What a field says to those who cannot see what stands around it. */
export function described(id: string, mistakes: readonly ToldMistake[], hint?: Child) {
  const ids = [hint && `${id}-hint`, mistakes.length > 0 && `${id}-wrong`].filter((one) => one);
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(mistakes.some(({ isWarning }) => !isWarning) && { 'aria-invalid': 'true' as const }),
  };
}
