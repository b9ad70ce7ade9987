//! Builds anew when the single-page application, which the binary carries, was built anew.

fn main() -> std::io::Result<()> {
    let dist = "../../frontend/dist";
    // Cargo takes a folder that is not there for one that changed, every time.
    std::fs::create_dir_all(dist)?;
    println!("cargo::rerun-if-changed={dist}");
    Ok(())
}
