/** An entry of PutEvents. */
export interface Entry {
  Source?: string;
  DetailType?: string;
  /** JSON. */
  Detail?: string;
  EventBusName?: string;
  Resources?: string[];
  /** Seconds since 1970. */
  Time?: number;
}

interface EntryError {
  ErrorCode: string;
  ErrorMessage: string;
}

/** Why EventBridge would reject this entry; undefined when it would not. */
export function entryError(entry: Entry): EntryError | undefined {
  for (const member of ['Source', 'DetailType', 'Detail'] as const) {
    if (!entry[member]) {
      return {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: `Parameter ${member} is not valid. Reason: ${member} is a required argument.`,
      };
    }
  }
  if (entry.Source?.startsWith('aws.')) {
    return {
      ErrorCode: 'NotAuthorizedForSourceException',
      ErrorMessage: 'Not authorized for the source.',
    };
  }
  return isObject(entry.Detail)
    ? undefined
    : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}

function isObject(json: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(json ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
