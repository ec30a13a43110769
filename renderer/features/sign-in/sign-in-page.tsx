import {useEffect, useRef, useState, type SyntheticEvent} from 'react';
import type {OutputOf} from '../../../electron/contract/kernel.ts';
import type {SessionState, sessionCalls} from '../../../electron/contract/session.ts';
import type {Language} from '../../../domain/text.ts';
import {onFormKey} from '../../form/form-keys.ts';
import {openHelp} from '../../lib/help-state.ts';
import {useText} from '../../lib/language.tsx';
import {trouble} from '../../lib/trouble.ts';
import {ask, newCommandId} from '../../lib/wire.ts';
import {commonText} from '../../text/common.ts';
import {helpText} from '../../text/help.ts';
import {signInText} from '../../text/sign-in.ts';
import {lastAccount, rememberAccount} from './last-account.ts';
import classes from './sign-in.module.css';
import {TourDoor} from './tour-door.tsx';
import {useWait} from './use-wait.ts';

type Attempt = OutputOf<(typeof sessionCalls)['signIn']>;

/**
 * The locked door: a name and a password. It stands before anything else is there, so it is made of the browser's own
 * fields: the library of the other screens is fetched while the password is being typed. `onOpen`: the host has let the
 * person in; the door stays until what is behind it takes its place.
 */
export function SignInPage({
  session,
  onOpen,
  onForgotten,
}: {
  session: Pick<SessionState, 'accounts' | 'version' | 'tour'>;
  onOpen: () => void;
  onForgotten: () => void;
}) {
  const {t} = useText();
  useEffect(() => {
    document.title = `${t(signInText.title)} — ${t(commonText.productName)}`;
  }, [t]);
  return (
    <main className={classes.door}>
      <header className={classes.head}>
        <span className={classes.brand}>{t(commonText.productName)}</span>
        <span className={classes.tools}>
          <button type="button" className={classes.link} onClick={() => openHelp()}>
            {t(helpText.open)}
          </button>
          <Languages />
        </span>
      </header>
      <div className={classes.middle}>
        <div className={classes.sheet}>
          <h1 className={classes.title}>{t(signInText.title)}</h1>
          <PasswordForm accounts={session.accounts} onOpen={onOpen} onForgotten={onForgotten} />
        </div>
        {session.tour === 'offered' && <TourDoor onOpen={onOpen} />}
      </div>
      <footer className={classes.foot}>{t(signInText.version(session.version))}</footer>
    </main>
  );
}

function PasswordForm({
  accounts,
  onOpen,
  onForgotten,
}: {
  accounts: readonly string[];
  onOpen: () => void;
  onForgotten: () => void;
}) {
  const {t} = useText();
  const form = useRef<HTMLFormElement>(null);
  const password = useRef<HTMLInputElement>(null);
  /** One intention is one command: a repeat after a lost answer is the same. */
  const intention = useRef<{readonly input: string; readonly commandId: string} | null>(null);
  const [name, setName] = useState(() => lastAccount(accounts));
  const [missing, setMissing] = useState(false);
  const [running, setRunning] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [waitUntil, setWaitUntil] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const seconds = useWait(waitUntil);

  async function attempt(typed: string): Promise<void> {
    const input = {name, password: typed};
    const text = JSON.stringify(input);
    if (intention.current?.input !== text) intention.current = {input: text, commandId: newCommandId()};
    const {commandId} = intention.current;
    setRunning(true);
    setFailure(null);
    try {
      const answer = (await ask({area: 'session', call: 'signIn', input, commandId})) as Attempt;
      intention.current = null;
      if (answer.result === 'ok') {
        rememberAccount(name);
        onOpen();
        return;
      }
      setWrong(answer.result === 'wrong');
      setWaitUntil(answer.waitUntil);
      if (password.current) password.current.value = '';
    } catch (error) {
      setFailure(error);
    }
    setRunning(false);
    password.current?.focus();
  }

  function submit(event?: SyntheticEvent): void {
    event?.preventDefault();
    const typed = password.current?.value ?? '';
    setMissing(typed === '');
    if (typed === '') password.current?.focus();
    else if (!running && seconds === 0) void attempt(typed);
  }

  return (
    <form
      autoComplete="off"
      ref={form}
      noValidate
      aria-label={t(signInText.title)}
      className={classes.form}
      onSubmit={submit}
      onKeyDown={event => onFormKey(event, form.current, submit)}
    >
      {failure !== null && (
        <p role="alert" className={classes.late}>
          {t(trouble(failure))}
        </p>
      )}
      {wrong && (
        <p role="alert" className={classes.late}>
          {t(signInText.wrong)}
        </p>
      )}
      {seconds > 0 && <p className={classes.wait}>{t(signInText.wait(seconds))}</p>}
      <label className={classes.field}>
        <span>{t(signInText.who)}</span>
        <select value={name} onChange={event => setName(event.currentTarget.value)}>
          {accounts.map(each => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <Password input={password} missing={missing} onType={() => setMissing(false)} />
      <div className={classes.actions}>
        <button type="submit" className={classes.enter} disabled={running || seconds > 0} data-running={running}>
          {t(signInText.enter)}
        </button>
        <button type="button" className={classes.link} onClick={onForgotten}>
          {t(signInText.forgotten)}
        </button>
      </div>
    </form>
  );
}

/** Can be shown while it is typed; says when Caps Lock is on. */
function Password({
  input,
  missing,
  onType,
}: {
  input: React.RefObject<HTMLInputElement | null>;
  missing: boolean;
  onType: () => void;
}) {
  const {t} = useText();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  useEffect(() => input.current?.focus(), [input]);
  const look = (event: React.KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div className={classes.field}>
      <label htmlFor="password">{t(signInText.password)}</label>
      {capsLock && (
        <span id="caps-lock" className={classes.hint}>
          {t(signInText.capsLock)}
        </span>
      )}
      <div className={classes.secret}>
        <input
          id="password"
          ref={input}
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          aria-invalid={missing || undefined}
          aria-describedby={
            [capsLock && 'caps-lock', missing && 'password-missing'].filter(Boolean).join(' ') || undefined
          }
          onChange={onType}
          onKeyDown={look}
          onKeyUp={look}
        />
        <button
          type="button"
          // The eye is for the mouse; with the keyboard, Tab goes on to the button that enters.
          tabIndex={-1}
          aria-label={t(signInText.show)}
          aria-pressed={shown}
          className={classes.eye}
          onClick={() => setShown(!shown)}
        >
          <svg
            viewBox="0 0 24 24"
            width="18"
            height="18"
            aria-hidden
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
          >
            <path d="M2.5 12C5 7.5 8.2 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 2.5 12Z" />
            <circle cx="12" cy="12" r="2.8" />
            {!shown && <path d="M4 20 20 4" />}
          </svg>
        </button>
      </div>
      {missing && (
        <span id="password-missing" className={classes.problem}>
          {t(commonText.required)}
        </span>
      )}
    </div>
  );
}

const languageNames: readonly {readonly value: Language; readonly label: typeof commonText.kazakh}[] = [
  {value: 'kk', label: commonText.kazakh},
  {value: 'ru', label: commonText.russian},
];

function Languages() {
  const {language, setLanguage, t} = useText();
  return (
    <div role="radiogroup" aria-label={t(commonText.language)} className={classes.languages}>
      {languageNames.map(({value, label}) => (
        <label key={value}>
          <input type="radio" name="language" checked={value === language} onChange={() => setLanguage(value)} />
          <span>{t(label)}</span>
        </label>
      ))}
    </div>
  );
}
