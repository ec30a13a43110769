/** What the two hosts do differently. Printing is not here: the screen shows page images and prints them itself. */
export interface Platform {
  readonly host: 'desktop' | 'loopback';
  readonly version: string;
  /**
   * Asks where to put a file and puts it there.
   * `saved: false` where the person changed their mind; the loopback host cannot ask, its screen downloads instead.
   */
  saveFile(name: string, bytes: Uint8Array): Promise<{saved: boolean}>;
  /** Asks for a file; undefined where the person changed their mind, or the host cannot ask. */
  openFile(extensions: readonly string[]): Promise<{name: string; bytes: Uint8Array} | undefined>;
  /** Asks for a folder, a stick; undefined where the person changed their mind, or the host cannot ask. */
  chooseFolder(): Promise<string | undefined>;
  /** Folders that look like a stick, to choose from. Never fails. */
  findSticks(): Promise<string[]>;
  notify(title: string, body: string): void;
  /** The tour with invented data; only a whole host has one. */
  readonly tour?: TourPort;
}

/** A second application beside the real one, in a folder of its own that is removed when it ends. */
export interface TourPort {
  isOn(): boolean;
  /** Fails with `conflict` while somebody is signed in, or another tour is on. */
  begin(): Promise<void>;
  end(): void;
}
