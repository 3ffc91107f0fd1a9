import { Parser, type Handler } from 'htmlparser2';
import { MAX_ROW_BYTES } from '../table/limits.ts';

/** What is found in a document, and the line of what the parser is at. */
export type MarkupContext<T> = { found: (item: T) => void; line: () => number };
export type MarkupHandler = Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag'> & {
  /** Called with a declaration, which stands before a document. */
  ondeclaration?: (text: string) => void;
  /** Called at the end of the blocks; what closes then was not closed. */
  onending?: () => void;
};

/**
 * Feeds a document to a streaming parser, which expands none but the entities that every document has.
 * @param makeHandler makes what is called on its tags and texts, and collects what it finds
 * @param mostDepth how deep elements may be nested
 * @throws Error with the line, where it is nested deeper, or a tag or comment is longer than a row may be
 */
export async function* parseMarkup<T>(
  blocks: AsyncIterable<Buffer>,
  makeHandler: (context: MarkupContext<T>) => MarkupHandler,
  { xml, mostDepth }: { xml: boolean; mostDepth: number },
): AsyncGenerator<T> {
  let found: T[] = [];
  // Where the piece begins that is being parsed, and on which line.
  let [piece, pieceAt, pieceLine] = ['', 0, 1];
  let [depth, lastEvent] = [0, 0];
  const line = () => {
    const within = Math.max(0, parser.startIndex - pieceAt);
    return pieceLine + newlinesIn(piece.slice(0, within));
  };
  const handler = makeHandler({ found: (item) => void found.push(item), line });
  const event = () => void (lastEvent = parser.endIndex);
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes, implied) => {
        event();
        depth += 1;
        if (depth > mostDepth)
          throw new Error(`line ${line()}: elements are nested deeper than ${mostDepth}`);
        handler.onopentag(name, attributes, implied);
      },
      ontext: (text) => {
        event();
        handler.ontext(text);
      },
      onclosetag: (name, implied) => {
        event();
        depth -= 1;
        handler.onclosetag(name, implied);
      },
      oncomment: event,
      onprocessinginstruction: (_name, text) => {
        event();
        handler.ondeclaration?.(text);
      },
    },
    { xmlMode: xml },
  );
  const add = (text: string) => {
    piece = text;
    parser.write(text);
    pieceAt += text.length;
    pieceLine += newlinesIn(text);
    if (pieceAt - lastEvent > MAX_ROW_BYTES)
      throw new Error(`line ${pieceLine}: a tag or a comment is longer than ${MAX_ROW_BYTES} characters`);
  };
  const decoder = new TextDecoder();
  for await (const block of blocks) {
    add(decoder.decode(block, { stream: true }));
    const taken = found;
    found = [];
    yield* taken;
  }
  handler.onending?.();
  piece = '';
  parser.end();
  yield* found;
}

const newlinesIn = (text: string): number => text.split('\n').length - 1;
