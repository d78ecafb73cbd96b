//! What this browser does not do here is said where there is something to lose, once, and put away for good.

use crate::support::desk::Desk;
use postil::app::{Action, Effect, Keeping, Lacking, LackingAct, Settings};

fn shown(desk: &Desk) -> Vec<Lacking> {
    desk.state.lacking().collect()
}

/// What a private window of Firefox says.
const FORGETFUL: Keeping =
    Keeping { lasting: Some(false), used: Some(0), quota: Some(10_000_000_000), refuses: true, damaged: 0 };

#[test]
fn more_is_never_claimed_than_the_browser_shows() {
    for (keeping, says) in [
        (FORGETFUL, true),
        (Keeping { refuses: false, quota: Some(100_000_000), ..FORGETFUL }, true),
        (Keeping { refuses: false, ..FORGETFUL }, false),
        (Keeping { refuses: false, quota: None, ..FORGETFUL }, false),
        (Keeping { lasting: Some(true), ..FORGETFUL }, false),
        (Keeping { lasting: None, ..FORGETFUL }, false),
    ] {
        let mut desk = Desk::with("Ada met Ben.");
        desk.act(Action::Keeping(keeping));
        assert_eq!(shown(&desk) == [Lacking::Memory], says, "{keeping:?}");
    }
}

#[test]
fn what_can_be_lost_comes_first() {
    let mut desk = Desk::new();
    desk.act(Action::Keeping(FORGETFUL));
    assert_eq!(shown(&desk), [], "there is nothing to lose yet");
    desk.paste("Report", "Ada met Ben.");
    assert_eq!(shown(&desk), [Lacking::Memory]);
}

#[test]
fn it_is_put_away_for_good_in_this_browser_and_in_no_other() {
    let mut desk = Desk::new();
    desk.act(Action::step(LackingAct::Insecure));
    assert_eq!(shown(&desk), [Lacking::Https], "also before there is any work");
    desk.act(Action::step(LackingAct::PutAway(Lacking::Https)));
    assert_eq!(shown(&desk), []);
    let [Effect::KeepSettings(kept), ..] = &desk.effects[..] else {
        panic!("it is kept: {:?}", desk.effects)
    };
    assert_eq!(Settings::read(&kept.write()), *kept);
    let mut again = Desk::new();
    again.act(Action::step(LackingAct::Insecure)).act(Action::Follow(Box::new(kept.clone())));
    assert_eq!(shown(&again), []);
    let (elsewhere, _) = Settings::from_file(&kept.to_file(), "").expect("it reads what it wrote");
    assert!(elsewhere.put_away.is_empty(), "another browser is another place");
}
