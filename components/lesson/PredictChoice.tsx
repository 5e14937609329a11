type Props = { choices: string[]; onLock: (choice: string) => void; onSkip: () => void };

/** A prediction by choice: a press locks it in. */
export function PredictChoice({ choices, onLock, onSkip }: Props) {
  return (
    <div className="answers">
      {choices.map((choice) => (
        <button key={choice} type="button" className="button" onClick={() => onLock(choice)}>
          {choice}
        </button>
      ))}
      <button type="button" className="button button-quiet" onClick={onSkip}>
        Skip
      </button>
    </div>
  );
}
