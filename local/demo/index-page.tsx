import type { Frame } from '../../portal/frame.ts';
import { RowLink, Rows } from '../../portal/parts/rows.tsx';
import type { CastMember } from '../people.ts';
import { demoPage } from './page.tsx';

/** Who is who, with everything a visitor must know to play them, and where to look. */
export const indexPage = (frame: Frame, people: readonly CastMember[]): string =>
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
      {people.length > 0 && (
        <>
          <h2>Who is who</h2>
          <p>Passwords are those of the beginning; a reset or a change makes them history.</p>
          {people.map((person) => (
            <Person person={person} />
          ))}
        </>
      )}
    </>,
  );

const Person = ({ person }: { person: CastMember }) => (
  <section>
    <h3>
      <bdi>{person.displayName}</bdi>
    </h3>
    <p>{person.trouble}</p>
    <dl>
      <Fact name="Username" value={person.username} />
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

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>
      <bdi>{value}</bdi>
    </dd>
  </>
);
