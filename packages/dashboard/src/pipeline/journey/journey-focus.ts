/** What of an element is needed to give it the focus. */
type Focusable = {
  readonly isConnected: boolean;
  focus: (options?: { preventScroll: boolean }) => void;
};

export type JourneyFocusDeps = {
  /** What has the focus; null where nothing has it. */
  focused: () => Focusable | null;
  /** The heading of the journey that is shown. */
  heading: () => Focusable | null;
  /** Where the postings are listed: for a journey that nothing on the page opened, or whose button is gone. */
  list: () => Focusable | null;
};

/**
 * Leads the focus of the keyboard to a journey that is chosen on this page, and back when it is closed. One that
 * appears by itself, with the first snapshot or by signing in, takes it from nobody.
 */
export const createJourneyFocus = ({ focused, heading, list }: JourneyFocusDeps) => {
  let opener: Focusable | null = null;
  let chosen: string | null = null;
  return {
    /** A posting is chosen. @param shown the one whose journey is shown by now */
    opens: (postingId: string, shown: string | undefined): void => {
      opener = focused();
      if (postingId === shown) heading()?.focus();
      else chosen = postingId;
    },
    /** The journey of a posting is there. */
    appears: (postingId: string): void => {
      if (chosen === postingId) heading()?.focus();
      chosen = null;
    },
    /** The journey is closed by its button, which goes with it. */
    closes: (): void => {
      if (opener?.isConnected) opener.focus();
      // Who has the pointer may look at something else.
      else list()?.focus({ preventScroll: true });
      [opener, chosen] = [null, null];
    },
  };
};

const byId = (id: string) => document.getElementById(id);
export const JOURNEY_HEADING = 'journey';
export const LIST_HEADING = 'on-their-way';

/** The same for the elements of the page. */
export const createPageJourneyFocus = () =>
  createJourneyFocus({
    focused: () =>
      document.activeElement === document.body ? null : (document.activeElement as HTMLElement),
    heading: () => byId(JOURNEY_HEADING),
    list: () => byId(LIST_HEADING),
  });
