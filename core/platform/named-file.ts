/** A file named in YAML, read before a module sees it. */
export interface NamedFile {
  /** As written in YAML, for messages and for keys of uploaded assets. */
  readonly name: string;
  readonly content: string;
  /** The bytes, where they are no text. */
  readonly base64?: string;
}

/** A relative path as written in YAML, with the folder that it is relative to. */
export class RelativePath {
  constructor(
    readonly written: string,
    readonly folder: string,
  ) {}
}
