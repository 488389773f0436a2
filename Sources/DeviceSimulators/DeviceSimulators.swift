// DeviceSimulators
