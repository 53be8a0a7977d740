import type { Frame } from '../../portal/frame.ts';
import { RowLink, Rows } from '../../portal/parts/rows.tsx';
import type { LocalDirectories, LocalDirectory } from '../local-directory.ts';
import type { CastMember } from '../people.ts';
import { demoPage } from './page.tsx';

/** Who is who, with everything a visitor must know to play them, and where to look. */
export const indexPage = (frame: Frame, directories: LocalDirectories): string =>
  demoPage(
    frame,
    'About this demo',
    <>
      <p>
        This is Latchkey on one machine. What it does not reproduce of AWS: IAM (each function here could do
        everything), throttling, and resource policies (who may reach it at all).
      </p>
      <Rows>
        <RowLink frame={frame} to="/" name="The portal" hint="What people see" />
        <RowLink
          frame={frame}
          to="/demo/sign-in"
          name="Sign in to Windows"
          hint="Try a password at the directory, or lock an account"
        />
        <RowLink frame={frame} to="/demo/mailbox" name="Mailbox" hint="E-mails and texts that were sent" />
        <RowLink frame={frame} to="/demo/metrics" name="Metrics" hint="What was counted" />
        <RowLink frame={frame} to="/api/openapi.json" name="API" hint="Its OpenAPI 3.1 description" />
      </Rows>
      {directories.length > 1 ? (
        directories.map((directory, at) => <DomainPeople directory={directory} isDefault={at === 0} />)
      ) : (
        <People title="Who is who" people={directories[0].people} />
      )}
    </>,
  );

interface PeopleParts {
  readonly title: string;
  readonly note?: string;
  readonly people: readonly CastMember[];
  /** Of a domain that must be said, with its backslash. */
  readonly prefix?: string;
  /** Shows all they are known by. */
  readonly named?: boolean;
}

const People = ({ title, note, people, prefix = '', named = false }: PeopleParts) =>
  people.length > 0 ? (
    <>
      <h2>{title}</h2>
      {note !== undefined && <p>{note}</p>}
      <p>Passwords are those of the beginning; a reset or a change makes them history.</p>
      {people.map((person) => (
        <Person person={person} prefix={prefix} named={named} />
      ))}
    </>
  ) : null;

/** Somebody of one of several domains may be called by all that names them. */
function DomainPeople({ directory, isDefault }: { directory: LocalDirectory; isDefault: boolean }) {
  const { netbiosName, people } = directory;
  const first = isDefault ? `User names without a domain are of ${netbiosName}.` : '';
  const note = `${first} Principal names, mail addresses and employee numbers name people as well; what names two people names nobody.`;
  return (
    <People
      title={`Who is who in ${netbiosName}`}
      note={note.trim()}
      people={people}
      prefix={isDefault ? '' : `${netbiosName}\\`}
      named
    />
  );
}

const Person = ({ person, prefix, named }: { person: CastMember; prefix: string; named: boolean }) => (
  <section>
    <h3>
      <bdi>{person.displayName}</bdi>
    </h3>
    <p>{person.trouble}</p>
    <dl>
      <Fact name="Username" value={prefix + person.username} />
      {named && <Names person={person} />}
      <Fact name="Password" value={person.password} />
      <Fact
        name="Enrolled"
        value={person.enrolled ? `yes; codes go to ${person.personalMail ?? 'nowhere'}` : 'no'}
      />
      {Object.entries(person.answers ?? {}).map(([question, answer]) => (
        <Fact name={question} value={answer} />
      ))}
    </dl>
  </section>
);

const Names = ({ person: { upn, mail, employeeId } }: { person: CastMember }) => (
  <>
    <Fact name="Principal name" value={upn} />
    {mail !== undefined && <Fact name="Mail" value={mail} />}
    {employeeId !== undefined && <Fact name="Employee number" value={employeeId} />}
  </>
);

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>
      <bdi>{value}</bdi>
    </dd>
  </>
);
