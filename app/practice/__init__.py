"""The practice provider: a real HTTP and WebSocket server on loopback that keeps the providers' contracts.

It is RyzeAPI, Z-API and Ringyo at once, strict where a contract speaks, rings no phone, and never leaves this
computer. Import `app.practice.server` on first use: it loads starlette and uvicorn. `app.practice.scenarios`
is light.
"""
