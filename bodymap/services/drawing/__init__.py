"""Drawing pain: drawings, their marks and arrows."""
