//! Long work and its end.

use chrono::TimeDelta;
use kernel::{Actor, Error, JobId, PageRequest, Role};
use serde_json::json;
use waarborg_domain::job::{self, Job, JobError, JobKind, JobResult, JobState, NewJob, Outcome};

use crate::stage::{Stage, faults};

fn export() -> NewJob {
    NewJob { kind: JobKind::Export, input: json!({"form": "things"}), audit: json!({"form": "things"}) }
}

fn file() -> Outcome {
    Outcome::Succeeded(JobResult::File { name: "things.csv".into(), media_type: "text/csv".into() })
}

fn wait(stage: &Stage, seconds: i64) {
    stage.clock.advance(TimeDelta::seconds(seconds));
}

async fn queued(stage: &Stage) -> Job {
    job::create(&stage.manager(), export()).await.unwrap()
}

tenancy::on_both_engines! {
    async fn a_job_is_its_makers_alone(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let made = queued(&stage).await;
        assert_eq!(job::get(&stage.manager(), made.id).await.unwrap(), made);
        let other = stage.of(Role::Administrator);
        for refused in [
            job::get(&other, made.id).await.map(drop),
            job::cancel(&other, made.id).await.map(drop),
            job::note_download(&other, made.id).await,
            job::get(&other, JobId::generate(other.clock(), other.random())).await.map(drop),
        ] {
            assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        }
        assert!(job::list(&other, &PageRequest::start(10)).await.unwrap().items.is_empty());
        assert!(matches!(job::get(&stage.acting(Actor::Anonymous), made.id).await, Err(Error::Unauthenticated)));
    }

    async fn only_full_users_start_jobs(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        for role in [Role::Auditor, Role::Viewer, Role::Employee] {
            assert!(matches!(job::create(&stage.of(role), export()).await, Err(Error::Forbidden)), "{role}");
        }
        let with_nul = NewJob { input: json!({"sheet": "a\0b"}), ..export() };
        assert!(matches!(job::create(&stage.manager(), with_nul).await, Err(Error::BadRequest { .. })));
    }

    async fn a_job_goes_from_queued_to_running_to_its_result_with_an_event_at_each_end(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let manager = stage.manager();
        let log = stage.logged(async {
            let made = queued(&stage).await;
            assert!(!job::report(&manager, made.id, 5, Some(10)).await.unwrap());
            let running = job::get(&manager, made.id).await.unwrap();
            assert_eq!((running.state, running.done, running.total), (JobState::Running, 5, Some(10)));
            job::finish(&manager, made.id, file()).await.unwrap();
            let ended = job::get(&manager, made.id).await.unwrap();
            assert_eq!((ended.state, ended.finished_at), (JobState::Succeeded, Some(manager.now())));
            assert!(matches!(ended.result, Some(JobResult::File { .. })));
            job::note_download(&manager, made.id).await.unwrap();
        });
        assert_eq!(log.await, ["export.requested", "job.succeeded", "export.downloaded"]);
    }

    async fn a_job_asked_to_stop_hears_it_at_its_next_report(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let manager = stage.manager();
        let made = queued(&stage).await;
        assert!(!job::report(&manager, made.id, 1, None).await.unwrap());
        job::cancel(&manager, made.id).await.unwrap();
        assert!(job::report(&manager, made.id, 2, None).await.unwrap());
        job::finish(&manager, made.id, Outcome::Cancelled).await.unwrap();
        assert_eq!(faults(job::cancel(&manager, made.id).await), ["ALREADY_FINISHED id"]);
    }

    async fn a_job_that_ended_stays_as_it_ended(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let manager = stage.manager();
        let made = queued(&stage).await;
        job::finish(&manager, made.id, Outcome::Cancelled).await.unwrap();
        let ended = job::get(&manager, made.id).await.unwrap();
        let log = stage.logged(async {
            job::report(&manager, made.id, 9, None).await.unwrap();
            assert!(matches!(job::finish(&manager, made.id, file()).await, Err(Error::NotFound)));
        });
        assert!(log.await.is_empty());
        assert_eq!(job::get(&manager, made.id).await.unwrap(), ended);
    }

    async fn a_job_without_a_sign_of_life_is_told_as_interrupted(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let manager = stage.manager();
        let (silent, failed) = (queued(&stage).await, queued(&stage).await);
        let error = JobError { code: "NO_ROWS".into(), path: vec![], params: [].into() };
        job::finish(&manager, failed.id, Outcome::Failed(vec![error.clone()])).await.unwrap();
        wait(&stage, 60);
        assert_eq!(job::get(&manager, silent.id).await.unwrap().state, JobState::Queued);
        wait(&stage, 1);
        let told = job::get(&manager, silent.id).await.unwrap();
        assert_eq!((told.state, told.errors[0].code.as_str()), (JobState::Failed, "INTERRUPTED"));
        assert_eq!(faults(job::cancel(&manager, silent.id).await), ["ALREADY_FINISHED id"]);
        assert_eq!(job::get(&manager, failed.id).await.unwrap().errors, [error]);
    }

    async fn jobs_are_listed_newest_first_and_each_once(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let mut made = Vec::new();
        for _ in 0..5 {
            wait(&stage, 1);
            made.insert(0, queued(&stage).await.id);
        }
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = job::list(&stage.manager(), &PageRequest { first: 2, after }).await.unwrap();
            after = page.items.last().map(|(cursor, _)| cursor.clone());
            seen.extend(page.items.iter().map(|(_, job)| job.id));
            if !page.has_next {
                break;
            }
        }
        assert_eq!(seen, made);
    }
}
